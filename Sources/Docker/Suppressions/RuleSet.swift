/// Some rules: indices of `DockerfileRules.list`.
struct RuleSet: Sendable {
  private var words: [UInt64] = []

  /// Adds rules.
  mutating func insert(_ rules: [Int]) {
    for rule in rules {
      while words.count <= rule / 64 { words.append(0) }
      words[rule / 64] |= 1 << UInt64(rule % 64)
    }
  }

  /// Whether a rule is one of them.
  func contains(_ rule: Int) -> Bool {
    rule / 64 < words.count && words[rule / 64] & 1 << UInt64(rule % 64) != 0
  }
}
