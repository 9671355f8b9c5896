import Source

extension Bytes {
  /// What follows the last `/`.
  var lastComponent: Bytes {
    lastIndex(of: UInt8(ascii: "/")).map { self[($0 + 1)...] } ?? self
  }

  /// Whether it is `name` with a version behind: `pip3`, `pip-3.12`.
  func isVersioned(_ name: StaticString) -> Bool {
    guard hasPrefix(name) else { return false }
    return dropFirst(name.utf8CodeUnitCount).allSatisfy {
      $0.isDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
    }
  }

  /// Whether it ends in one of these.
  func hasSuffix(among suffixes: StaticString...) -> Bool {
    suffixes.contains { hasSuffix($0) }
  }

  /// Whether it starts with one of these.
  func hasPrefix(among prefixes: StaticString...) -> Bool {
    prefixes.contains { hasPrefix($0) }
  }

  /// Whether it is one of these.
  func isAny(of words: [StaticString]) -> Bool {
    words.contains { self == $0 }
  }

  /// Whether it compares versions: `>=1.2`.
  var hasComparison: Bool {
    contains { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") }
  }
}
