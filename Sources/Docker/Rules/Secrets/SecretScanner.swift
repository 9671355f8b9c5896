import Source

/// Finds secrets by the form that their makers have given them, and passwords in addresses.
enum SecretScanner {
  /// A secret, and what it is.
  struct Secret {
    let range: SourceRange
    let kind: StaticString
  }

  /// How a kind of secret begins, and how many letters and digits follow at least.
  private struct Form {
    let prefix: StaticString
    let length: Int
    let kind: StaticString

    init(_ prefix: StaticString, _ length: Int, _ kind: StaticString) {
      self.prefix = prefix
      self.length = length
      self.kind = kind
    }
  }

  private static let forms = [
    Form("AKIA", 16, "access key of AWS"), Form("ASIA", 16, "access key of AWS"),
    Form("ghp_", 36, "token of GitHub"), Form("gho_", 36, "token of GitHub"), Form("ghu_", 36, "token of GitHub"),
    Form("ghs_", 36, "token of GitHub"), Form("ghr_", 36, "token of GitHub"),
    Form("github_pat_", 40, "token of GitHub"), Form("glpat-", 20, "token of GitLab"),
    Form("xoxb-", 24, "token of Slack"), Form("xoxp-", 24, "token of Slack"), Form("xoxa-", 24, "token of Slack"),
    Form("sk_live_", 24, "key of Stripe"), Form("rk_live_", 24, "key of Stripe"),
    Form("sk-ant-", 40, "key of Anthropic"),
    Form("sk-proj-", 40, "key of OpenAI"), Form("AIza", 35, "key of Google"), Form("npm_", 36, "token of npm"),
    Form("pypi-AgE", 40, "token of PyPI"), Form("hf_", 34, "token of Hugging Face"),
    Form("dckr_pat_", 24, "token of Docker Hub"), Form("dop_v1_", 64, "token of DigitalOcean"),
    Form("SG.", 60, "key of SendGrid"),
  ]

  /// All secrets in a text, in order.
  static func secrets(in text: Bytes) -> [Secret] {
    var secrets: [Secret] = []
    var index = text.startIndex
    while let start = candidate(in: text, from: index) {
      index = start + 1
      if text[start] == UInt8(ascii: ":") {
        if let password = password(behindColon: start, in: text) { secrets.append(password) }
      } else if let secret = token(in: text[start...]) ?? privateKey(in: text[start...]) {
        secrets.append(secret)
        index = secret.range.end
      }
    }
    return secrets
  }

  /// Where the next secret may begin: at the start of a word, or at the colon of `://`.
  private static func candidate(in text: Bytes, from start: Int) -> Int? {
    let found = unsafe text.withUnsafeBufferPointer { bytes in
      var index = start - text.startIndex
      while index < bytes.count {
        let byte = unsafe bytes[index]
        if byte == UInt8(ascii: ":") {
          if index + 1 < bytes.count, unsafe bytes[index + 1] == UInt8(ascii: "/") { return index }
        } else if mayBegin(byte), unsafe index == 0 || !bytes[index - 1].isNameByte {
          return index
        }
        index += 1
      }
      return -1
    }
    return found < 0 ? nil : text.startIndex + found
  }

  /// Whether a form begins with this byte: most bytes need no closer look.
  private static func mayBegin(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A"), UInt8(ascii: "S"), UInt8(ascii: "d"), UInt8(ascii: "g"), UInt8(ascii: "h"),
      UInt8(ascii: "n"), UInt8(ascii: "p"), UInt8(ascii: "r"), UInt8(ascii: "s"), UInt8(ascii: "x"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// The first two bytes of all forms, a bit for each pair: nearly all words are passed over by it.
  private static let beginnings: UInt64 = forms.reduce(0) { bits, form in
    unsafe bits | bit(form.prefix.utf8Start[0], form.prefix.utf8Start[1])
  }

  private static func bit(_ first: UInt8, _ second: UInt8) -> UInt64 {
    1 << UInt64((first &+ second &* 7) & 63)
  }

  private static func token(in text: Bytes) -> Secret? {
    guard text.count > 1, beginnings & bit(text[text.startIndex], text[text.startIndex + 1]) != 0 else { return nil }
    for form in forms where text.hasPrefix(form.prefix) {
      let prefix = form.prefix.utf8CodeUnitCount
      let rest = text.dropFirst(prefix).prefix {
        $0.isNameByte || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
      }
      guard rest.count >= form.length, isRandom(rest) else { continue }
      return Secret(range: SourceRange(text.startIndex, rest.endIndex), kind: form.kind)
    }
    return nil
  }

  /// `-----BEGIN RSA PRIVATE KEY-----` with something behind it.
  private static func privateKey(in text: Bytes) -> Secret? {
    guard text.hasPrefix("-----BEGIN ") else { return nil }
    let line = text.dropFirst("-----BEGIN ".utf8.count).prefix { $0.isCapital || $0 == 0x20 }
    let end: StaticString = "PRIVATE KEY"
    guard line.hasSuffix(end), text[line.endIndex...].hasPrefix("-----") else { return nil }
    let body = text[(line.endIndex + 5)...].prefix { $0 != UInt8(ascii: "-") }
    guard body.count > 40, !body.contains(UInt8(ascii: ".")), !body.contains(UInt8(ascii: "$")) else { return nil }
    return Secret(range: SourceRange(text.startIndex, line.endIndex + 5), kind: "private key")
  }

  /// `://user:password@host`
  private static func password(behindColon colon: Int, in text: Bytes) -> Secret? {
    guard text[colon...].hasPrefix("://") else { return nil }
    let rest = text[(colon + 3)...].prefix(256)
    let authority = rest.prefix { !ends($0) }
    guard let at = authority.lastIndex(of: UInt8(ascii: "@")), let middle = authority.firstIndex(of: UInt8(ascii: ":")),
      middle < at
    else { return nil }
    let password = text[(middle + 1)..<at]
    guard !Placeholder.isLikely(password) else { return nil }
    return Secret(range: password.range, kind: "password in an address")
  }

  private static func ends(_ byte: UInt8) -> Bool {
    byte.isSpace || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
      || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "`")
  }

  /// Whether letters and digits look drawn by lot, as those of a placeholder do not.
  private static func isRandom(_ text: Bytes) -> Bool {
    guard text.contains(where: { $0.isDigit }), text.contains(where: { $0.isLetter }) else { return false }
    let word = text.lowercased[...]
    guard !word.contains("example"), !word.contains("xxxx"), !word.contains("1234567"), !word.contains("token") else {
      return false
    }
    var seen: UInt64 = 0
    for byte in text { seen |= 1 << UInt64(byte & 63) }
    return seen.nonzeroBitCount >= 8
  }
}

/// Tells what stands for a secret from one.
enum Placeholder {
  /// Whether a text is left to be filled in, is a variable, or is the password that every example has.
  static func isLikely(_ text: Bytes) -> Bool {
    guard text.count >= 4 else { return true }
    let marks: [UInt8] = [
      UInt8(ascii: "$"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "*"),
      UInt8(ascii: "`"), UInt8(ascii: "%"), UInt8(ascii: "("), UInt8(ascii: "="), UInt8(ascii: "/"), UInt8(ascii: "\\"),
    ]
    if text.contains(where: { marks.contains($0) }) { return true }
    let word = text.lowercased[...]
    if word.allSatisfy({ $0 == word.first }) { return true }
    return words.contains { word.contains($0) }
  }

  private static let words: [StaticString] = [
    "password", "passwd", "pass", "pwd", "secret", "token", "changeme", "change", "example", "your", "my-", "dummy",
    "sample", "placeholder", "xxx", "...", "…", "test", "todo", "fake", "none", "null", "true", "false", "default",
    "postgres", "root", "admin", "foo", "bar", "user", "guest", "1234", "abc", "replace", "insert", "redacted",
  ]
}
