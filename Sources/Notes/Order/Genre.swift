/// Whether pages of a sort are read early or late, by what English documentation calls them.
enum Genre {
  private static let early = hashes(
    "introduction overview basics basic started start concept fundamental essential home")
  private static let late = hashes(
    "reference glossary appendix changelog faq troubleshooting contribute contributing advanced internals")

  private static func hashes(_ words: String) -> [UInt32] {
    words.split(separator: " ").map { WordHash(String($0)).value }
  }

  /// Below zero for what is read early, above for what is looked up or comes at the end.
  static func lateness(title: String, kind: FrontMatter.Kind?) -> Double {
    let bytes = title.utf8.span
    var scanner = WordScanner(isHTML: false)
    var lateness = 0.0
    while let word = scanner.next(in: bytes) {
      if late.contains(word.hash.value) { return 1 }
      if early.contains(word.hash.value) { lateness = -1 }
    }
    if lateness == 0, let kind { lateness = Self.lateness(kind) }
    return lateness
  }

  /// First what things are, then how to work with them, then what is looked up.
  private static func lateness(_ kind: FrontMatter.Kind) -> Double {
    switch kind {
    case .concept: -0.25
    case .object, .note: 0
    case .instruction, .command, .guide: 0.25
    case .field, .rule: 0.5
    }
  }

  /// Whether pages of a kind are looked up by name, not read one after the other.
  static func isLookedUp(_ kind: FrontMatter.Kind) -> Bool {
    switch kind {
    case .field, .rule: true
    case .concept, .instruction, .object, .command, .guide, .note: false
    }
  }
}
