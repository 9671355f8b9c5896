/// A text put together again out of words and marks.
package struct SpelledText: Sendable {
  /// The text.
  package private(set) var bytes: [UInt8] = []
  /// Where each of its words stands in it: what stands at position `n` has range `n`.
  package private(set) var words: [Range<Int>] = []
  /// What stands between two words where nothing else is said.
  private let joint: UInt8
  /// Whether the last thing was a word of letters.
  private var isJoining = false

  /// Of a longer text the rest is not shown, and its words are empty: a byte of a file can stand for a word of 255.
  private static let longest = 1 << 16

  /// An empty text.
  init(joint: UInt8 = UInt8(ascii: " ")) {
    self.joint = joint
  }

  /// Adds a word or marks. The joint comes between two words of letters; characters of a script without blanks stand
  /// close.
  @inline(never)
  mutating func append(_ piece: [UInt8], isWord: Bool) {
    let joins = isWord && Self.isOfLetters(piece)
    if joins, isJoining { bytes.add(joint) }
    isJoining = joins
    let start = bytes.count
    if start < Self.longest { bytes.add(piece, 0..<piece.count) }
    if isWord { words.append(start..<bytes.count) }
  }

  private static func isOfLetters(_ word: [UInt8]) -> Bool {
    guard !word.isEmpty else { return false }
    return if case .ideograph = Letter.at(0, in: word.span).0 { false } else { true }
  }
}
