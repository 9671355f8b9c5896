/// Turns libyaml's indices, which count Unicode scalars, into byte offsets.
///
/// The two differ by the bytes that scalars beyond ASCII have more than one. Those scalars are known, and the cursor
/// among them moves little, since events come in order.
struct CharacterOffsets {
  private let text: ArraySlice<UInt8>
  /// The offsets of all scalars beyond ASCII.
  private let wide: [UInt32]
  /// Where the counting started, in bytes.
  private let base: Int
  /// The first of `wide` that is not before the mark asked for last.
  private var cursor: Int
  /// The bytes that the wide scalars from `base` up to `cursor` have more than one.
  private var surplus = 0

  init(in text: ArraySlice<UInt8>, wide: [UInt32], from base: Int) {
    self.text = text
    self.wide = wide
    self.base = base
    cursor = Self.firstIndex(in: wide, from: base)
  }

  /// The byte offset of a mark.
  subscript(mark: EventReader.Mark) -> Int {
    mutating get {
      if !wide.isEmpty { moveCursor(to: base &+ mark.index) }
      return min(base &+ mark.index &+ surplus, text.endIndex)
    }
  }

  /// Moves to the scalar that would stand at `target` if all were one byte.
  private mutating func moveCursor(to target: Int) {
    while cursor < wide.count, Int(wide[cursor]) &- surplus < target {
      surplus &+= surplus(at: cursor)
      cursor &+= 1
    }
    while cursor > 0, wide[cursor &- 1] >= base {
      let before = surplus &- surplus(at: cursor &- 1)
      guard Int(wide[cursor &- 1]) &- before >= target else { return }
      surplus = before
      cursor &-= 1
    }
  }

  /// How many bytes more than one a wide scalar has, by its first byte.
  private func surplus(at position: Int) -> Int {
    let byte = text[Int(wide[position])]
    return byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3
  }

  /// The position of the first offset that is not before `base`, by bisection.
  private static func firstIndex(in offsets: [UInt32], from base: Int) -> Int {
    var low = 0
    var high = offsets.count
    while low < high {
      let middle = (low + high) / 2
      if Int(offsets[middle]) < base { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
