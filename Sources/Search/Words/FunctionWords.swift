import Source

/// The words that hold English sentences together. They say little of what a page is about, and stand on nearly every one.
package struct FunctionWords: Sendable {
  /// Each word as a number of its bytes, in order.
  private let words: [UInt64]

  /// The words of English.
  package init() {
    var words: [UInt64] = []
    var word: UInt64 = 0
    for index in 0..<Self.english.utf8CodeUnitCount {
      let byte = unsafe Self.english.utf8Start[index]
      if byte == UInt8(ascii: " ") {
        words.append(word)
        word = 0
      } else {
        word = word << 8 | UInt64(byte)
      }
    }
    words.append(word)
    self.words = words
  }

  /// Whether the folded word at `range` is one of them.
  @inline(__always)
  package func contains(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count <= 6 else { return false }
    var word: UInt64 = 0
    for index in range { word = word << 8 | UInt64(text[index]) }
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      if words[middle] < word { low = middle + 1 } else { high = middle }
    }
    return low < words.count && words[low] == word
  }

  /// In the order of the numbers: short words first, those of one length by their letters.
  private static let english: StaticString =
    """
    a i an as at be by do he if in is it me my no of on or so to we and are but can did for had has her his how \
    its not our she the was who why you been does from have into than that them then they this were what when will \
    with your could their there these those where which would should
    """
}
