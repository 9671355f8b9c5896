import Source

/// Gives the words of a text one after the other: runs of letters and digits with a letter among them.
///
/// In HTML, tags and character references are passed over.
struct WordScanner {
  /// A word and where it stands.
  struct Word {
    let range: Range<Int>
    /// Letters count in lower case; the `s` of a plural does not.
    let hash: WordHash
  }

  /// By byte: zero for what is between words, else the letter in lower case. Every byte of a character outside of ASCII is
  /// a letter.
  private static let letters: [UInt8] = (0...255).map { byte in
    byte.isLetter || byte.isDigit || byte >= 0x80 ? byte.lowercased : 0
  }

  private let isHTML: Bool
  private let letters = Self.letters
  private var position = 0

  /// A scanner that starts at the beginning of a text.
  init(isHTML: Bool) {
    self.isHTML = isHTML
  }

  /// The next word of `text`; none at the end.
  @inline(__always)
  mutating func next(in text: Span<UInt8>) -> Word? {
    var index = position
    while index < text.count {
      if letters[Int(text[index])] != 0 {
        if let word = word(in: text, from: &index) {
          position = index
          return word
        }
      } else if isHTML, text[index] == UInt8(ascii: "<") {
        index = Self.after(UInt8(ascii: ">"), in: text, from: index, atMost: .max)
      } else if isHTML, text[index] == UInt8(ascii: "&") {
        index = Self.after(UInt8(ascii: ";"), in: text, from: index, atMost: 10)
      } else {
        index += 1
      }
    }
    position = index
    return nil
  }

  /// The run of letters and digits at `index`, which is moved behind it, if it is a word.
  @inline(__always)
  private func word(in text: Span<UInt8>, from index: inout Int) -> Word? {
    let start = index
    var hash = WordHash.empty
    var stem = hash
    var (last, lastButOne): (UInt8, UInt8) = (0, 0)
    var hasLetter = false
    while index < text.count {
      let letter = letters[Int(text[index])]
      if letter == 0 { break }
      stem = hash
      hash = hash.adding(letter)
      (last, lastButOne) = (letter, last)
      hasLetter = hasLetter || letter > UInt8(ascii: "9")
      index += 1
    }
    guard hasLetter, index - start > 1 else { return nil }
    let isPlural = index - start > 3 && last == UInt8(ascii: "s") && lastButOne != UInt8(ascii: "s")
    return Word(range: start..<index, hash: isPlural ? stem : hash)
  }

  /// The place behind the next `byte`; behind the first one where it does not come.
  private static func after(_ byte: UInt8, in text: Span<UInt8>, from start: Int, atMost limit: Int) -> Int {
    var index = start + 1
    let end = limit < text.count - start ? start + limit : text.count
    while index < end {
      if text[index] == byte { return index + 1 }
      index += 1
    }
    return limit == .max ? text.count : start + 1
  }
}
