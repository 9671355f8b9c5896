import Source

/// Where a text has words that are looked for.
struct WordPlaces: Sendable {
  /// A place of a word.
  struct Place: Sendable {
    /// Where it stands in the text.
    let range: Range<Int>
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

  /// Looks for words in a text; of very many only the first 64.
  init(of words: [WantedWord], in text: [UInt8]) {
    self.words = Array(words.prefix(64))
    var scanner = AtomScanner(text.span)
    while let atom = scanner.next(in: text.span) {
      if case .letter = atom.letter { compareWord(atom.range, in: text) } else { comparePhrase(atom.range, in: text) }
    }
  }

  @inline(never)
  private mutating func compareWord(_ range: Range<Int>, in text: [UInt8]) {
    if comparePhrase(range, in: text) || compare(range, in: text, canGoOn: true) { return }
    guard hasInnerCapital(range, in: text) else { return }
    for part in CompoundParts.ranges(text.span, range) { compare(part, in: text, canGoOn: false) }
  }

  private func hasInnerCapital(_ range: Range<Int>, in text: [UInt8]) -> Bool {
    for index in range.dropFirst() where text[index].isCapital { return true }
    return false
  }

  /// Notes the word that a word of the text fits best.
  @discardableResult
  @inline(never)
  private mutating func compare(_ range: Range<Int>, in text: [UInt8], canGoOn: Bool) -> Bool {
    folded.removeAll(keepingCapacity: true)
    Fold.append(text.span, range, to: &folded)
    stem = []
    var best: Place?
    for number in words.indices {
      let worth = words[number].weight * grade(words[number], canGoOn: canGoOn)
      if worth > best?.worth ?? 0 { best = Place(range: range, word: number, worth: worth) }
    }
    guard let best else { return false }
    places.append(best)
    return true
  }

  @inline(never)
  private mutating func grade(_ word: WantedWord, canGoOn: Bool) -> Int {
    guard let first = word.form.first, first == folded.first else { return 0 }
    if word.form == folded { return Self.exact }
    if !word.stem.isEmpty, word.stem.count > 1, folded.count > 1, word.stem[1] == folded[1] {
      if stem.isEmpty { stem = stemmer.stem(folded) }
      if word.stem == stem { return Self.stemmed }
    }
    return word.goesOn && canGoOn && begins(folded, with: word.form) ? Self.begun : 0
  }

  private func begins(_ text: [UInt8], with form: [UInt8]) -> Bool {
    guard text.count > form.count else { return false }
    for index in form.indices where text[index] != form[index] { return false }
    return true
  }

  /// Notes the longest of the words with marks or several ideographs in them that stands at the beginning of `atom`.
  @discardableResult
  private mutating func comparePhrase(_ atom: Range<Int>, in text: [UInt8]) -> Bool {
    var best: Place?
    for number in words.indices {
      let word = words[number]
      let end = atom.lowerBound + word.form.count
      guard end > atom.upperBound || atom.count > 1 && end == atom.upperBound && !text[atom.lowerBound].isLetter,
        end <= text.count, end > best?.range.upperBound ?? 0, stands(word, at: atom.lowerBound, in: text)
      else { continue }
      let grade = endsWord(end, in: text) ? Self.exact : word.goesOn ? Self.begun : 0
      if grade > 0 {
        best = Place(range: atom.lowerBound..<end, word: number, worth: word.weight * grade)
      }
    }
    guard let best else { return false }
    places.append(best)
    return true
  }

  private func stands(_ word: WantedWord, at start: Int, in text: [UInt8]) -> Bool {
    for index in word.form.indices where text[start + index].lowercased != word.form[index] { return false }
    return true
  }

  /// Whether a word that ends before `index` is not in the middle of a longer one.
  private func endsWord(_ index: Int, in text: [UInt8]) -> Bool {
    guard index < text.count, case .letter = Letter.at(index, in: text.span).0 else { return true }
    return text[index - 1] >= 0x80
  }
}
