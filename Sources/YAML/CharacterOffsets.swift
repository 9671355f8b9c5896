/// Turns libyaml's indices, which count Unicode scalars, into byte offsets.
///
/// It remembers the last place it was asked for and walks from there: events come in order, so all of them together
/// cost one pass. A text of ASCII costs nothing.
struct CharacterOffsets {
  private let text: ArraySlice<UInt8>
  /// Where the counting started, in bytes.
  private let base: Int
  private let isASCII: Bool
  private var index = 0
  private var offset: Int

  init(in text: ArraySlice<UInt8>, from base: Int, isASCII: Bool) {
    self.text = text
    self.base = base
    self.isASCII = isASCII
    offset = base
  }

  /// The byte offset of a mark.
  subscript(mark: EventReader.Mark) -> Int {
    mutating get {
      if isASCII { return min(base &+ mark.index, text.endIndex) }
      if mark.index < index { walkBack(to: mark.index) } else { walk(to: mark.index) }
      return offset
    }
  }

  private mutating func walk(to target: Int) {
    let end = text.endIndex
    while index < target, offset < end {
      let byte = text[offset]
      // The first byte of a scalar tells its length.
      offset &+= byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      index &+= 1
    }
    offset = min(offset, end)
  }

  private mutating func walkBack(to target: Int) {
    while index > target, offset > base {
      offset -= 1
      while offset > base, text[offset] & 0xC0 == 0x80 { offset -= 1 }
      index -= 1
    }
  }
}
