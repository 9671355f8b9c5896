import Source

/// The rules for Dockerfiles by all the names that they have: ours, and those of other tools.
struct RuleTable: Sendable {
  /// Indices of `DockerfileRules.list` by the fingerprints of names.
  private var indices: [UInt64: [Int]] = [:]
  /// The rules that BuildKit knows.
  let buildKit: [Int]

  init(_ rules: [DockerfileRule]) {
    for (index, rule) in rules.enumerated() {
      for name in [rule.rule.id.name] + rule.rule.aliases {
        indices[ContentHash(Array(name.utf8)).value, default: []].append(index)
      }
    }
    buildKit = rules.indices.filter { rules[$0].rule.aliases.contains { !Self.isCode(Array($0.utf8)[...]) } }
  }

  /// The rules of a name; none where no rule has it.
  subscript(name: Bytes) -> [Int] {
    indices[ContentHash(Array(name)).value] ?? []
  }

  /// Whether a name is a code of hadolint or ShellCheck, of which there are more than we have rules: `DL3008`.
  static func isCode(_ name: Bytes) -> Bool {
    guard name.count == 6, name.hasPrefix("DL") || name.hasPrefix("SC") else { return false }
    return name.dropFirst(2).allSatisfy { $0.isDigit }
  }
}
