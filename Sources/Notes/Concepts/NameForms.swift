import Source

/// The ways in which one name is written: plural, in one word or several, as its initials.
struct NameForms {
  /// One way of writing it.
  struct Form: Hashable {
    /// The words, in lower case.
    let words: [[UInt8]]
    let style: Style
  }

  /// How far a form is from the name.
  enum Style: UInt8, Comparable, Sendable {
    /// The name, in the singular or the plural.
    case full
    /// In several words what the name has in one: `persistent volume claim`.
    case apart
    /// In one word what the name has in several: `persistentvolumeclaim`.
    case joined
    /// `PVC`: only in capitals.
    case initials

    static func < (one: Style, other: Style) -> Bool { one.rawValue < other.rawValue }
  }

  /// The words of the name as it is written.
  let written: [[UInt8]]
  /// All forms, the closest first.
  private(set) var all: [Form] = []

  /// The forms of `name`; none for one without words, or with more than ``longest``.
  init(_ name: some StringProtocol) {
    written = Self.words(of: Array(name.utf8))
    guard !written.isEmpty, written.count <= Self.longest else { return }
    let lower = written.map { $0[...].lowercased }
    add(lower, .full)
    let parts = written.flatMap(Self.parts)
    if parts.count > written.count, parts.allSatisfy({ $0.count > 1 }), parts.count <= Self.longest {
      add(parts.map { $0[...].lowercased }, .apart)
    }
    if written.count > 1 { add([Array(lower.joined())], .joined) }
    addInitials(parts)
  }

  /// The most words that a name may have.
  static let longest = 8

  private mutating func add(_ words: [[UInt8]], _ style: Style) {
    guard let last = words.last else { return }
    let singular = English.singular(last)
    for form in [last, singular, English.plural(singular), English.plural(last)] {
      let form = Form(words: words.dropLast() + [form], style: style)
      if !all.contains(where: { $0.words == form.words }) { all.append(form) }
    }
  }

  /// Names of three words and more are called by their initials, too.
  private mutating func addInitials(_ parts: [[UInt8]]) {
    guard parts.count >= 3, parts.count <= 5, parts.allSatisfy({ $0[0].isLetter }) else { return }
    let initials = parts.map { $0[0].lowercased }
    all.append(Form(words: [initials], style: .initials))
    all.append(Form(words: [initials + [UInt8(ascii: "s")]], style: .initials))
  }

  /// The words of a text.
  static func words(of text: [UInt8]) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var reader = WordReader(0..<text.count, of: text.count)
    while let word = reader.next(in: text.span) { words.append(Array(text[word.start..<word.end])) }
    return words
  }

  /// The parts of a word that capitals mark: `PersistentVolume` → `Persistent`, `Volume`; `PVC` is one.
  static func parts(of word: [UInt8]) -> [[UInt8]] {
    guard word.contains(where: { !$0.isCapital && !$0.isDigit }) else { return [word] }
    var parts: [[UInt8]] = []
    for (index, byte) in word.enumerated() {
      let begins =
        byte.isCapital && index > 0
        && (!word[index - 1].isCapital
          || index + 1 < word.count && word[index + 1].isLetter && !word[index + 1].isCapital && !isPlural(word, index))
      if begins || parts.isEmpty { parts.append([byte]) } else { parts[parts.count - 1].append(byte) }
    }
    return parts
  }

  /// Whether only the `s` of a plural follows the capital at `index`: `PVCs`.
  private static func isPlural(_ word: [UInt8], _ index: Int) -> Bool {
    index + 2 == word.count && word[index + 1] == UInt8(ascii: "s")
  }

  /// Whether a name is no ordinary word: it has capitals within, digits, or consists of capitals.
  static func hasShape(_ word: [UInt8]) -> Bool {
    let isMixed = zip(word, word.dropFirst()).contains { !$0.isCapital && $0.isLetter && $1.isCapital }
    let isCapitals = word.count > 1 && word.allSatisfy { $0.isCapital }
    return isMixed || isCapitals || word.contains { $0.isDigit || $0 == UInt8(ascii: "_") }
  }
}
