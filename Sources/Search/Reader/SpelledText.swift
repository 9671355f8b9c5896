/// A text put together again out of words and marks.
package struct SpelledText: Sendable {
  /// The text.
  package private(set) var bytes: [UInt8] = []
  /// Where each of its words stands in it: what stands at position `n` has range `n`.
  package private(set) var words: [Range<Int>] = []
  /// What stands between two words where nothing else is said.
  private let joint: UInt8
  /// Whether marks were written behind the last word.
  private var isOpen = false

  /// An empty text.
  init(joint: UInt8 = UInt8(ascii: " ")) {
    self.joint = joint
  }

  /// Adds a word. The joint comes between two words of letters; characters of a script without blanks stand close.
  mutating func append(word: [UInt8]) {
    if !isOpen, let last = words.last, !Self.isIdeograph(bytes, last), !Self.isIdeograph(word, 0..<word.count) {
      bytes.append(joint)
    }
    isOpen = false
    words.append(bytes.count..<bytes.count + word.count)
    bytes.append(contentsOf: word)
  }

  /// Adds marks.
  mutating func append(marks: ArraySlice<UInt8>) {
    bytes.append(contentsOf: marks)
    isOpen = true
  }

  /// Keeps only the first words, and the marks between them.
  mutating func truncate(toWords count: Int) {
    bytes.removeLast(bytes.count - (count == 0 ? 0 : words[count - 1].upperBound))
    words.removeLast(words.count - count)
    isOpen = false
  }

  private static func isIdeograph(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard !range.isEmpty, bytes[range.lowerBound] >= 0x80 else { return false }
    return if case .ideograph = Letter.at(range.lowerBound, in: bytes.span).0 { true } else { false }
  }
}
