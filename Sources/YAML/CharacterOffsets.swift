/// Turns libyaml's indices, which count Unicode scalars, into byte offsets.
///
/// It remembers the last place it was asked for and walks from there: events come in order, so all of them together
/// cost one pass. A text of ASCII costs nothing.
struct CharacterOffsets {
  /// Where the counting started, in bytes.
  let base: Int
  private let isASCII: Bool
  private var index = 0
  private var offset: Int

  init(from base: Int, isASCII: Bool) {
    self.base = base
    self.isASCII = isASCII
    offset = base
  }

  /// The byte offset of the scalar with that index after `base`.
  mutating func offset(of target: Int, in text: ArraySlice<UInt8>) -> Int {
    if isASCII { return min(base + target, text.endIndex) }
    while index < target, offset < text.endIndex {
      offset += 1
      while offset < text.endIndex, Self.isContinuation(text[offset]) { offset += 1 }
      index += 1
    }
    while index > target, offset > base {
      offset -= 1
      while offset > base, Self.isContinuation(text[offset]) { offset -= 1 }
      index -= 1
    }
    return offset
  }

  private static func isContinuation(_ byte: UInt8) -> Bool {
    byte & 0xC0 == 0x80
  }
}
