import Source

/// Where a text has words that are looked for.
struct WordPlaces: Sendable {
  /// A place of a word.
  struct Place: Sendable {
    /// Where it stands in the text.
    let start, end: Int
    /// Which of the words that are looked for it is.
    let word: Int
    /// How well it fits and how much it tells.
    let worth: Int
  }

  /// The places, in order.
  private(set) var places: [Place] = []

  private let words: [WantedWord]
  private var stemmer = Stemmer()
  /// The word of the text that is being compared, folded, and its stem once somebody asked for it.
  private var folded: [UInt8] = []
  private var stem: [UInt8] = []

  /// How well a word fits: as it is, by its stem, by its beginning.
  private static let (exact, stemmed, begun) = (4, 3, 2)
  /// How many words are looked for at most.
  private static let mostWords = 64

  /// Looks for words in a text.
  init(of words: [WantedWord], in text: [UInt8]) {
    self.words = words
    var scanner = AtomScanner(text.span)
    while let atom = scanner.nextCompactly(in: text.span) {
      if comparePhrase(atom.range, in: text) { continue }
      guard case .letter = atom.letter, !compare(atom.range, in: text, canGoOn: true) else { continue }
      for part in CompoundParts.ranges(text.span, atom.range) { compare(part, in: text, canGoOn: false) }
    }
  }

  /// Notes the word that a word of the text fits best.
  @discardableResult @inline(never)
  private mutating func compare(_ range: Range<Int>, in text: [UInt8], canGoOn: Bool) -> Bool {
    folded = Fold.fold(text.span, range)
    stem = []
    var (best, worth) = (0, 0)
    for number in 0..<min(words.count, Self.mostWords) {
      let value = words[number].weight * grade(number, canGoOn: canGoOn)
      if value > worth { (best, worth) = (number, value) }
    }
    if worth > 0 { places.append(Place(start: range.lowerBound, end: range.upperBound, word: best, worth: worth)) }
    return worth > 0
  }

  private mutating func grade(_ number: Int, canGoOn: Bool) -> Int {
    let (form, length) = (words[number].form, folded.count)
    guard form.count > 0, length > 0, form[0] == folded[0] else { return 0 }
    var same = 1
    while same < form.count, same < length, form[same] == folded[same] { same += 1 }
    if same == form.count, same == length { return Self.exact }
    if same > 1, !words[number].stem.isEmpty {
      if stem.isEmpty { stem = stemmer.stem(folded) }
      if words[number].stem == stem { return Self.stemmed }
    }
    return same == form.count && canGoOn && words[number].goesOn ? Self.begun : 0
  }

  /// Notes the longest of the words with marks or several ideographs in them that stands at the beginning of `atom`.
  @inline(never)
  private mutating func comparePhrase(_ atom: Range<Int>, in text: [UInt8]) -> Bool {
    let start = atom.lowerBound
    var (best, longest) = (-1, atom.count - (text[start] < 0x80 ? 0 : 1))
    for number in 0..<min(words.count, Self.mostWords) {
      let form = words[number].form
      guard form.count > longest, start + form.count <= text.count else { continue }
      var same = 0
      while same < form.count, text[start + same].lowercased == form[same] { same += 1 }
      if same == form.count, words[number].goesOn || endsWord(start + same, in: text) {
        (best, longest) = (number, same)
      }
    }
    guard best >= 0 else { return false }
    places.append(Place(start: start, end: start + longest, word: best, worth: words[best].weight * Self.exact))
    return true
  }

  /// Whether a word that ends before `index` is not in the middle of a longer one.
  private func endsWord(_ index: Int, in text: [UInt8]) -> Bool {
    guard index < text.count, text[index - 1] < 0x80, case .letter = Letter.at(index, in: text.span).0 else {
      return true
    }
    return false
  }
}
