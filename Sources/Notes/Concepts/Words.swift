import Source

/// A word of a text.
struct Word: Sendable {
  /// Where it is in the text.
  let start: Int
  /// Where it ends.
  let end: Int
  /// A number made of its letters, in lower case. Words with one number are taken for the same.
  let hash: UInt64
}

extension Word {
  /// The number of a word's letters.
  static func hash(_ letters: some Sequence<UInt8>) -> UInt64 {
    letters.reduce(seed) { next($0, $1) }
  }

  /// FNV-1a, 64 bits: <http://www.isthe.com/chongo/tech/comp/fnv/>.
  @inline(__always) static func next(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte < 0x80 ? byte | 0x20 : byte)) &* 0x100_0000_01B3
  }

  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
}

/// Takes a text apart into words: runs of letters, digits, `_` and whatever is no ASCII character and no mark.
struct WordReader {
  private var index: Int
  private let end: Int

  /// Reads the words of a part of a text of `count` bytes.
  @inline(__always)
  init(_ range: Range<Int>, of count: Int) {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    index = range.lowerBound
    end = range.upperBound
  }

  /// The next word of the text, which is the same each time; nothing at the end.
  @inline(__always)
  mutating func next(in text: borrowing Span<UInt8>) -> Word? {
    while index < end {
      if Self.isLetter(text, index, end) { return word(text) }
      index += Self.length(ofMark: unsafe text[unchecked: index])
    }
    return nil
  }

  @inline(__always)
  private mutating func word(_ text: borrowing Span<UInt8>) -> Word {
    let start = index
    var hash = Word.seed
    repeat {
      hash = Word.next(hash, unsafe text[unchecked: index])
      index += 1
    } while index < end && Self.isLetter(text, index, end)
    return Word(start: start, end: index, hash: hash)
  }

  @inline(__always)
  private static func isLetter(_ text: borrowing Span<UInt8>, _ index: Int, _ end: Int) -> Bool {
    let byte = unsafe text[unchecked: index]
    if byte >= 0x80 { return !isMark(byte, text, index, end) }
    return (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x5F
  }

  /// How many bytes the sign has that begins with this byte.
  private static func length(ofMark byte: UInt8) -> Int {
    switch byte {
    case 0xC2: 2
    case 0xE2, 0xE3: 3
    default: 1
    }
  }

  /// Whether a sign begins here that belongs to no word: `©`, `—`, `“`, `、`.
  private static func isMark(_ byte: UInt8, _ text: borrowing Span<UInt8>, _ index: Int, _ end: Int) -> Bool {
    switch byte {
    case 0xC2: true
    case 0xE2: index + 1 < end && text[index + 1] < 0xB0
    case 0xE3: index + 1 < end && text[index + 1] == 0x80
    default: false
    }
  }
}
