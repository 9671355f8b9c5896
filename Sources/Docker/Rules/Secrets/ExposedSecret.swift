import Shell
import Source

extension DockerfileRule {
  /// No password and no key stands in a Dockerfile.
  static let exposedSecret = DockerfileRule(
    Rule(
      "dockerfile/exposed-secret", .warning, "Keep passwords and keys out of Dockerfiles",
      advice: "Take it back where it was issued, and hand a new one to the build: 'RUN --mount=type=secret,…'")
  ) { inspection, findings in
    let file = inspection.file
    var found: [SecretScanner.Secret] = []
    for instruction in file.instructions where instruction.keyword != nil {
      found += SecretScanner.secrets(in: file[instruction.range])
    }
    for script in inspection.scripts where found.count < mostSecrets {
      for secret in CommandSecrets.all(in: script) where !found.contains(where: { $0.range.overlaps(secret.range) }) {
        found.append(secret)
      }
    }
    for secret in found.prefix(mostSecrets) {
      // Reports are kept and passed on: they show how the secret begins, not what it is.
      let start = file[secret.range].drop { $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "\"") }.prefix(4).string
      findings.report(
        "Secret '\(start)…', a \(secret.kind): it stays in the history of the image", at: secret.range)
    }
  }
}

/// How many secrets of a file are told of: one that has more is something else.
private let mostSecrets = 100

/// Secrets that the commands of a script are given.
private enum CommandSecrets {
  static func all(in script: RunScript) -> [SecretScanner.Secret] {
    var secrets: [SecretScanner.Secret] = []
    for call in script.calls {
      for value in call.values(
        of: "password", "passwd", "http-password", "token", "auth-token", "access-token", "api-key")
      where !Placeholder.isLikely(value.bytes) && value.bytes.count >= 6 {
        secrets.append(SecretScanner.Secret(range: value.range, kind: "password on a command line"))
      }
      if call.name == "curl" || call.name == "wget", let user = call.value(of: "user", "u"), let range = password(user)
      {
        secrets.append(SecretScanner.Secret(range: range, kind: "password on a command line"))
      }
      guard call.name == "export" else { continue }
      for word in call.arguments where !word.isQuoted {
        let text = script.script[word]
        guard let equals = text.firstIndex(of: UInt8(ascii: "=")), isSecret(text[..<equals]) else { continue }
        add(
          text[(equals + 1)...], at: SourceRange(word.range.end - (text.endIndex - equals - 1), word.range.end),
          to: &secrets)
      }
    }
    for command in script.script.commands {
      for assignment in script.script.assignments(of: command) where isSecret(script.script[assignment.name]) {
        add(script.script[assignment.value], at: assignment.value.range, to: &secrets)
      }
    }
    return secrets
  }

  private static func add(_ value: Bytes, at range: SourceRange, to secrets: inout [SecretScanner.Secret]) {
    guard value.count >= 8, value.contains(where: { $0.isDigit }), !Placeholder.isLikely(value) else { return }
    secrets.append(SecretScanner.Secret(range: range, kind: "password in a variable"))
  }

  /// The password behind the colon of `user:password`.
  private static func password(_ user: Call.Value) -> SourceRange? {
    guard let colon = user.bytes.firstIndex(of: UInt8(ascii: ":")), user.bytes.count == user.range.count else {
      return nil
    }
    let password = user.bytes[(colon + 1)...]
    guard !Placeholder.isLikely(password) else { return nil }
    return SourceRange(user.range.end - password.count, user.range.end)
  }

  /// Whether a variable is called what secrets are called.
  private static func isSecret(_ name: Bytes) -> Bool {
    let name = name.lowercased[...]
    let endings: [StaticString] = [
      "token", "password", "passwd", "secret", "api_key", "apikey", "secret_key", "access_key",
    ]
    return endings.contains { name.hasSuffix($0) }
  }
}

extension SourceRange {
  /// Whether two ranges have a byte in common.
  fileprivate func overlaps(_ other: SourceRange) -> Bool {
    start < other.end && other.start < end
  }
}
