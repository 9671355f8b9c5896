import Source

/// What a finding is known by when lines are added above it: its rule, its file, and the text of its line.
///
/// Several findings of a rule in lines that say the same are told apart by counting them.
struct Fingerprints {
  private var seen: [String: Int] = [:]

  /// The fingerprint of a finding's line and rule: sixteen hexadecimal digits.
  static func line(of finding: Finding) -> String {
    let text = finding.line[...].trimmed
    let digits = String(
      ContentHash(Array(finding.diagnostic.rule.id.name.utf8) + [0] + text).value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// The fingerprint of the next finding, in the order of a report: `89ab…:1`.
  mutating func next(_ finding: Finding) -> String {
    let line = Self.line(of: finding)
    let number = seen[finding.diagnostic.place.path + "\0" + line, default: 0] + 1
    seen[finding.diagnostic.place.path + "\0" + line] = number
    return "\(line):\(number)"
  }
}
