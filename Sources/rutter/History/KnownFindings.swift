import Source

/// Findings that are known already: by rule, by file, and by the text of their line, so that they are recognised where
/// lines have been added above them.
struct KnownFindings: Sendable {
  /// What a finding is recognised by.
  struct Key: Hashable, Comparable, Sendable {
    let path: String
    let rule: String
    /// The fingerprint of the rule and the line's text.
    let line: String

    static func < (one: Key, other: Key) -> Bool {
      (one.path, one.rule, one.line) < (other.path, other.rule, other.line)
    }
  }

  /// How many there are of each.
  private(set) var counts: [Key: Int] = [:]

  /// None.
  init() {}

  /// Those of a report, whose files are called otherwise there.
  init(_ findings: [Finding], path: (String) -> String) {
    for finding in findings { add(Self.key(finding, path), 1) }
  }

  /// What a finding is recognised by.
  static func key(_ finding: Finding, _ path: (String) -> String) -> Key {
    Key(
      path: path(finding.diagnostic.place.path), rule: finding.diagnostic.rule.id.name,
      line: Fingerprints.line(of: finding))
  }

  /// Adds some that are recognised alike.
  mutating func add(_ key: Key, _ count: Int) {
    counts[key, default: 0] += count
  }

  /// Takes one away; false where there is none.
  mutating func take(_ key: Key) -> Bool {
    guard let count = counts[key] else { return false }
    counts[key] = count > 1 ? count - 1 : nil
    return true
  }

  /// How many there are in all.
  var total: Int { counts.values.reduce(0, +) }
}
