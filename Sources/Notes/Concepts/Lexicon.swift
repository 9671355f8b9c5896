import Source

/// The words that definitions are made of, by their stems.
struct Lexicon: Sendable {
  private var stems = WordTable()
  /// Words that carry no meaning of their own.
  private var empty = WordTable()

  init() {
    for (word, role) in English.roles where !role.isDisjoint(with: [.function, .light]) {
      _ = empty.number(of: Word.hash(word.utf8))
    }
  }

  /// How many stems there are.
  var count: Int { stems.count }

  /// The number of a word's stem; nothing for one that carries no meaning, or that no definition has.
  @inline(__always)
  func stem(of word: Word, in text: borrowing Span<UInt8>) -> Int32? {
    empty[word.hash] < 0 ? stem(ofMeaningful: word.start..<word.end, in: text) : nil
  }

  /// The number of the stem of a word that is known to carry meaning; nothing for one that no definition has.
  func stem(ofMeaningful word: Range<Int>, in text: borrowing Span<UInt8>) -> Int32? {
    guard word.count > 2 else { return nil }
    let number = stems[English.stem(text, word)]
    return number < 0 ? nil : Int32(number)
  }

  /// The stems in a text, in order; those that are new get numbers.
  ///
  /// - Parameter readsPaths: Whether the parts of a path such as `/api/pods` count as words.
  mutating func insert(_ text: String, readsPaths: Bool = true) -> [Int32] {
    let bytes = Array(text.utf8)
    var found: Set<Int32> = []
    var reader = WordReader(0..<bytes.count, of: bytes.count)
    while let word = reader.next(in: bytes.span) {
      guard word.end - word.start > 2, empty[word.hash] < 0 else { continue }
      if !readsPaths, Self.isInPath(word, bytes) { continue }
      found.insert(Int32(stems.number(of: English.stem(bytes.span, word.start..<word.end))))
    }
    return found.sorted()
  }

  /// The known stems in a text, in order.
  func stems(in text: String) -> [Int32] {
    let bytes = Array(text.utf8)
    var found: Set<Int32> = []
    var reader = WordReader(0..<bytes.count, of: bytes.count)
    while let word = reader.next(in: bytes.span) {
      if let stem = stem(of: word, in: bytes.span) { found.insert(stem) }
    }
    return found.sorted()
  }

  private static func isInPath(_ word: Word, _ text: [UInt8]) -> Bool {
    let slash = UInt8(ascii: "/")
    var (start, end) = (word.start, word.end)
    while start > 0, !text[start - 1].isSpace { start -= 1 }
    while end < text.count, !text[end].isSpace { end += 1 }
    return text[start..<end].contains(slash)
  }
}

extension [Int32] {
  /// Whether an ordered list has a number.
  func holds(_ number: Int32) -> Bool {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == number
  }
}
