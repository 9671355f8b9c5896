import Source

/// A word as a number: the same for `Volume`, `volume` and `volumes`.
///
/// Notes are compared by millions of words; as numbers these are compared in a step each. Two different words may have one
/// number by chance, one time in hundreds of millions.
struct WordHash: Hashable, Sendable {
  /// The number.
  let value: UInt32

  private static let prime: UInt32 = 0x0100_0193

  /// The hash of a word. Letters count in lower case; the `s` of a plural does not.
  @inline(__always)
  init(_ word: Span<UInt8>, _ start: Int, _ end: Int) {
    var hash: UInt32 = 0x811C_9DC5
    for index in start..<Self.stem(of: word, start, end) {
      hash = (hash ^ UInt32(word[index].lowercased)) &* Self.prime
    }
    value = hash
  }

  private init(value: UInt32) {
    self.value = value
  }

  /// The hash of a word in a literal.
  init(_ word: String) {
    let bytes = word.utf8.span
    self.init(bytes, 0, bytes.count)
  }

  /// Where a word ends without the `s` of its plural.
  @inline(__always)
  private static func stem(of word: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    guard end - start > 3, word[end - 1].lowercased == UInt8(ascii: "s"), word[end - 2].lowercased != UInt8(ascii: "s")
    else { return end }
    return end - 1
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
