import Source

extension DockerfileRule {
  /// A variable of an image holds no secret.
  static let secretVariable = DockerfileRule(
    Rule(
      "dockerfile/secret-variable", .warning, "Keep secrets out of ENV and ARG",
      advice: "Mount it where it is needed: 'RUN --mount=type=secret,id=…'",
      aliases: ["SecretsUsedInArgOrEnv", "DL3064"]),
    on: .env, .arg
  ) { occurrence, inspection, findings in
    guard occurrence.stage != nil, !occurrence.isTrigger else { return }
    for name in occurrence.variableNames where SecretWords(inspection.file[name]).isSecret {
      findings.report(
        "\(occurrence.keywordName) '\(inspection.file[name].string)' keeps a secret in the \(occurrence.whereItStays)",
        at: name.range)
    }
  }

  /// A variable of an image holds nothing that looks like a secret.
  static let secretLikeVariable = DockerfileRule(
    Rule(
      "dockerfile/secret-like-variable", .info, "Keep credentials out of ENV and ARG",
      advice: "Mount it where it is needed if it is one: 'RUN --mount=type=secret,id=…'",
      aliases: ["DL3064"]),
    on: .env, .arg
  ) { occurrence, inspection, findings in
    let isInStage = occurrence.stage != nil && !occurrence.isTrigger
    for name in occurrence.variableNames {
      let words = SecretWords(inspection.file[name])
      guard words.isCredential || words.isSecret, !(isInStage && words.isSecret) else { continue }
      findings.report(
        "\(occurrence.keywordName) '\(inspection.file[name].string)' sounds like a credential; it stays in the "
          + occurrence.whereItStays, at: name.range)
    }
  }
}

extension Occurrence {
  fileprivate var variableNames: [Word] {
    if case .pairs(let pairs) = instruction.arguments { pairs.map { $0.name } } else { [] }
  }

  fileprivate var keywordName: String { instruction.keyword?.name ?? "" }

  fileprivate var whereItStays: String { instruction.keyword == .arg ? "history of the image" : "image" }
}

/// What the words of a variable's name, between its underscores, say about its value.
private struct SecretWords {
  /// Whether it is a secret, by BuildKit's list.
  private(set) var isSecret = false
  /// Whether it may belong to a secret, by hadolint's list.
  private(set) var isCredential = false

  init(_ name: Bytes) {
    for word in name.lowercased.split(separator: UInt8(ascii: "_")) {
      switch word {
      case "public", "file", "version":
        isSecret = false
        isCredential = false
        return
      case "apikey", "auth", "credential", "credentials", "key", "password", "pword", "passwd", "secret", "token":
        isSecret = true
      case "private", "username":
        isCredential = true
      default:
        if Self.isCompound(word) { isCredential = true }
      }
    }
  }

  /// `dbpassword`, `secrets`
  private static func isCompound(_ word: Bytes) -> Bool {
    let word = word.last == UInt8(ascii: "s") ? word.dropLast() : word
    return word.hasSuffix("password") || word.hasSuffix("secret") || word.hasSuffix("token")
      || word.hasSuffix("username")
  }
}
