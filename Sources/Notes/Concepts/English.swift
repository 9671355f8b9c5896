import Source

/// What is known of English words without knowing what a text is about: their endings, and the words that every text uses.
///
/// All words are ASCII letters in lower case; others pass through unchanged.
enum English {
  /// What a word does in a sentence, as far as that is known without the sentence.
  struct Role: OptionSet, Sendable {
    let rawValue: UInt8
    /// `the`, `each`, `your`.
    static let determiner = Role(rawValue: 1)
    /// `its`, `your`.
    static let possessive = Role(rawValue: 2)
    /// `to`, `can`: a verb follows.
    static let auxiliary = Role(rawValue: 4)
    /// `in`, `off`: what verbs are completed with.
    static let particle = Role(rawValue: 8)
    /// A word that carries no meaning of its own: one of the above, a preposition, a pronoun, a conjunction.
    static let function = Role(rawValue: 16)
    /// `first`, `same`, `two`: qualifies, but makes no narrower notion.
    static let qualifier = Role(rawValue: 32)
    /// `use`, `provide`: so common that it tells nothing of the subject.
    static let light = Role(rawValue: 64)
  }

  /// The words whose role is known.
  static let roles: [String: Role] = {
    var roles: [String: Role] = [:]
    for (words, role) in lists {
      for word in words.split(separator: " ") { roles[String(word), default: []].formUnion(role) }
    }
    return roles
  }()

  private static let lists: [(String, Role)] = [
    (
      "a an the this that these those each every any some no all both either neither such another other",
      [.determiner, .function]
    ),
    ("its their your his her our my whose", [.determiner, .possessive, .function]),
    ("to will would shall should can could may might must cannot", [.auxiliary, .function]),
    ("in on off out up down into onto", [.particle, .function]),
    (
      """
      of at by for with from over under between among through during before after about against within without via per \
      across along around behind beyond despite toward towards upon i you he she it we they me him them us who which what \
      whom and or but nor so yet if then than as because while when where whether though although until unless since is are \
      was were be been being am do does did done has have had having not only also just more most less least very too even \
      still already again once here there now how why new same own
      """, .function
    ),
    (
      """
      first second third last next previous same following given single particular specific existing current old default \
      whole entire different certain several many few multiple various one two three four five six seven eight nine ten
      """, .qualifier
    ),
    (
      """
      use used using uses make makes made making get gets give gives given take takes taken allow allows let lets help \
      helps provide provides provided need needs want wants include includes including run runs running may refer refers
      """, .light
    ),
  ]

  /// The singular of a noun, as far as the spelling tells: `policies` → `policy`, `ingress` → `ingress`.
  static func singular(_ word: [UInt8]) -> [UInt8] {
    let ending = singularEnding(word.span, 0..<word.count)
    return word.prefix(ending.end) + (ending.addsY ? [UInt8(ascii: "y")] : [])
  }

  /// The plural of a noun: `policy` → `policies`.
  static func plural(_ word: [UInt8]) -> [UInt8] {
    let (span, range) = (word.span, 0..<word.count)
    let isSibilant = ["s", "x", "z", "ch", "sh"].contains { ends(span, range, $0) }
    if isSibilant { return word + Array("es".utf8) }
    if ends(span, range, "y"), word.count > 1, !isVowel(word[word.count - 2]) {
      return word.dropLast() + Array("ies".utf8)
    }
    return word + [UInt8(ascii: "s")]
  }

  /// Whether a noun is made from a verb, and so may name the doing as well as the thing: `deployment`.
  static func isDeed(_ text: borrowing Span<UInt8>, _ word: Range<Int>) -> Bool {
    for suffix in deeds where ends(text, word, suffix) && word.count >= suffix.utf8CodeUnitCount + 3 { return true }
    return false
  }

  private static let deeds: [StaticString] = ["ment", "tion", "sion", "ance", "ence"]

  /// A number for what words of one family have in common: `schedules`, `scheduling` and `scheduler` have the same.
  static func stem(_ text: borrowing Span<UInt8>, _ word: Range<Int>) -> UInt64 {
    let (end, addsY) = singularEnding(text, word)
    var stem = word.lowerBound..<end
    if !addsY {
      for suffix in suffixes where ends(text, stem, suffix) && stem.count - suffix.utf8CodeUnitCount >= 4 {
        stem = stem.lowerBound..<end - suffix.utf8CodeUnitCount
        break
      }
    }
    var hash = Word.seed
    for index in stem { hash = Word.next(hash, text[index]) }
    return addsY ? Word.next(hash, UInt8(ascii: "y")) : hash
  }

  private static let suffixes: [StaticString] = [
    "ization", "isation", "ing", "ed", "er", "or", "ation", "ment", "ly", "e",
  ]

  /// Where a word ends in the singular, and whether a `y` follows.
  static func singularEnding(_ text: borrowing Span<UInt8>, _ word: Range<Int>) -> (end: Int, addsY: Bool) {
    let end = word.upperBound
    guard word.count > 2, text[end - 1].lowercased == UInt8(ascii: "s") else { return (end, false) }
    switch text[end - 2].lowercased {
    case UInt8(ascii: "s"), UInt8(ascii: "u"), UInt8(ascii: "i"): return (end, false)
    case UInt8(ascii: "e"):
      if ends(text, word, "ies"), word.count > 3, !isVowel(text[end - 4].lowercased) { return (end - 3, true) }
      for suffix in sibilants where ends(text, word, suffix) { return (end - 2, false) }
      return (end - 1, false)
    default: return (end - 1, false)
    }
  }

  private static let sibilants: [StaticString] = ["sses", "xes", "zes", "ches", "shes"]

  /// Whether a word ends so.
  static func ends(_ text: borrowing Span<UInt8>, _ word: Range<Int>, _ suffix: StaticString) -> Bool {
    let length = suffix.utf8CodeUnitCount
    guard word.count >= length else { return false }
    for index in 0..<length where unsafe text[word.upperBound - length + index].lowercased != suffix.utf8Start[index] {
      return false
    }
    return true
  }

  private static func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
    default: false
    }
  }
}
