import Source

/// A comment that tells a checker what to leave alone: `# hadolint ignore=DL3008`, `# check=skip=StageNameCasing`,
/// `# shellcheck disable=SC2086`.
///
/// Reference: <https://github.com/hadolint/hadolint#inline-ignores>,
/// <https://docs.docker.com/build/checks/#skip-checks>, <https://www.shellcheck.net/wiki/Directive>
struct Pragma: Sendable {
  /// Whose word it is.
  enum Tool: Sendable {
    case buildKit, hadolint, shellCheck
  }

  /// How much of the file it is about.
  enum Reach: Sendable {
    case instruction, stage, file
  }

  /// Whose word it is.
  let tool: Tool
  /// How much of the file it is about.
  let reach: Reach
  /// The rules that are left alone, as stretches of `Dockerfile.source`; `all` is a name for all of the tool's.
  let rules: [Bytes]

  /// The pragma that a comment is, from its `#` on.
  init?(_ comment: Bytes) {
    let text = comment.dropFirst().trimmed
    if let rest = text.afterWord("hadolint") {
      self.init(hadolint: rest)
    } else if let rest = text.afterWord("shellcheck") {
      self.init(shellCheck: rest)
    } else {
      self.init(check: comment)
    }
  }

  /// What the directive at the top of a file skips.
  init(skipping rules: [Bytes]) {
    self.init(.buildKit, .file, rules)
  }

  private init(_ tool: Tool, _ reach: Reach, _ rules: [Bytes]) {
    self.tool = tool
    self.reach = reach
    self.rules = rules
  }

  private init?(hadolint text: Bytes) {
    if let rest = text.afterWord("global"), let names = Self.names(rest) {
      self.init(.hadolint, .file, names)
    } else if let rest = text.afterWord("stage"), let names = Self.names(rest) {
      self.init(.hadolint, .stage, names)
    } else {
      guard let names = Self.names(text) else { return nil }
      self.init(.hadolint, .instruction, names)
    }
  }

  /// `ignore = A, B # why`
  private static func names(_ text: Bytes) -> [Bytes]? {
    guard text.hasPrefix("ignore") else { return nil }
    let rest = text.dropFirst("ignore".utf8.count).drop { $0.isSpace }
    guard rest.first == UInt8(ascii: "=") else { return nil }
    return list(rest.dropFirst().prefix { $0 != UInt8(ascii: "#") })
  }

  /// Words between blanks, of which one is `disable=A,B`.
  private init?(shellCheck text: Bytes) {
    for word in text.split(whereSeparator: { $0.isSpace }) where word.hasPrefix("disable=") {
      self.init(.shellCheck, .instruction, Self.list(word.dropFirst("disable=".utf8.count)))
      return
    }
    return nil
  }

  /// `check=skip=A,B`, which ends at a blank.
  private init?(check comment: Bytes) {
    guard let (key, value) = DirectiveReader.assignment(comment), key.equalsIgnoringCase("check"),
      let directive = try? CheckDirective(value.prefix { !$0.isSpace })
    else { return nil }
    switch directive.skipped {
    case .all: self.init(.buildKit, .instruction, [value.firstRange(of: "all").map { value[$0] } ?? value])
    case .named(let names):
      guard !names.isEmpty else { return nil }
      self.init(.buildKit, .instruction, names)
    }
  }

  private static func list(_ text: Bytes) -> [Bytes] {
    text.split(separator: UInt8(ascii: ",")).map { $0.trimmed }.filter { !$0.isEmpty }
  }
}

extension Bytes {
  /// What follows a word and the white space behind it; nothing where they begin otherwise.
  fileprivate func afterWord(_ word: StaticString) -> Bytes? {
    guard hasPrefix(word) else { return nil }
    let rest = dropFirst(word.utf8CodeUnitCount)
    guard let first = rest.first, first.isSpace else { return nil }
    return rest.drop { $0.isSpace }
  }
}
