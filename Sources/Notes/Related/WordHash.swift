import Source

/// A word as a number: the same for `Volume`, `volume` and `volumes`.
///
/// Notes are compared by millions of words; as numbers these are compared in a step each. Two different words may have one
/// number by chance, one time in hundreds of millions.
struct WordHash: Hashable, Sendable {
  /// The number.
  let value: UInt32

  /// The hash of no letters.
  static let empty = WordHash(value: 0x811C_9DC5)

  @inline(__always)
  private init(value: UInt32) {
    self.value = value
  }

  /// The hash of a word, as a ``WordScanner`` finds it.
  init(_ word: String) {
    let bytes = word.utf8.span
    var scanner = WordScanner(isHTML: false)
    self = scanner.next(in: bytes)?.hash ?? .empty
  }

  /// The hash of the word with a further letter, in lower case.
  @inline(__always)
  func adding(_ letter: UInt8) -> WordHash {
    WordHash(value: (value ^ UInt32(letter)) &* 0x0100_0193)
  }

  /// The hash of two words in a row.
  @inline(__always)
  func followed(by next: WordHash) -> WordHash {
    WordHash(value: (value << 7 | value >> 25) &* 0x9E37_79B1 ^ next.value)
  }

  /// The hash spread over all its bits, so that any of them may be taken.
  @inline(__always)
  var spread: UInt32 {
    var hash = value
    hash = (hash ^ hash >> 16) &* 0x85EB_CA6B
    hash = (hash ^ hash >> 13) &* 0xC2B2_AE35
    return hash ^ hash >> 16
  }
}
