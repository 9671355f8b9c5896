/// A set of words that is searched for near misses again and again.
///
/// A mask of the letters a word has rules out nearly all candidates with one instruction each: an edit changes at most
/// two bits of it.
public struct Vocabulary: Sendable {
  private let words: [String]
  private let masks: [UInt64]

  /// The words to suggest from; of equally near ones the first is suggested.
  public init(_ words: [String]) {
    self.words = words
    masks = words.map(Self.mask)
  }

  /// The word nearest to `word`, as ``Suggestion/nearest(to:among:)`` defines it.
  public func nearest(to word: String) -> String? {
    let mask = Self.mask(word)
    let candidates = masks.indices.lazy.filter { (masks[$0] ^ mask).nonzeroBitCount <= 6 }
    return Suggestion.nearest(to: word, among: candidates.map { words[$0] })
  }

  private static func mask(_ word: String) -> UInt64 {
    word.utf8.reduce(0) { mask, byte in
      let isCapital = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
      return mask | 1 << UInt64((isCapital ? byte | 0x20 : byte) & 63)
    }
  }
}
