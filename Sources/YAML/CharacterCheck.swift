internal import Source

/// Finds what no YAML text may hold (YAML 1.2 §5.1): control characters, and bytes that are not UTF-8.
///
/// libyaml refuses a whole text for one of them, and before it has read what stands before; so they are found here,
/// and libyaml gets a copy with a question mark for each such byte.
struct CharacterCheck {
  /// Whether all of the text is ASCII.
  private(set) var isASCII: Bool
  /// The stretches that no YAML text may hold.
  private(set) var forbidden: [SourceRange] = []

  /// Looks at all bytes of `text`.
  init(_ text: ArraySlice<UInt8>) {
    var high: UInt8 = 0
    var control: UInt8 = 0
    // Without branches, so that the compiler takes many bytes at a time.
    unsafe text.withUnsafeBufferPointer { bytes in
      for index in 0..<bytes.count {
        let byte = unsafe bytes[index]
        high |= byte
        control |= Self.isControl(byte) ? 1 : 0
      }
    }
    isASCII = high < 0x80
    if control != 0 || !isASCII { find(in: text) }
  }

  @inline(__always)
  private static func isControl(_ byte: UInt8) -> Bool {
    (byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D) || byte == 0x7F
  }

  private mutating func find(in text: ArraySlice<UInt8>) {
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      if byte < 0x80 {
        if Self.isControl(byte) { refuse(index, 1) }
        index += 1
      } else {
        let count = Self.scalarLength(text, at: index)
        if count == 0 { refuse(index, 1) }
        index += max(count, 1)
      }
    }
  }

  /// Adds to the stretch before where that touches.
  private mutating func refuse(_ index: Int, _ count: Int) {
    if let last = forbidden.last, last.end == index {
      forbidden[forbidden.count - 1] = SourceRange(last.start, index + count)
    } else {
      forbidden.append(SourceRange(index, index + count))
    }
  }

  /// The length of the scalar that starts at `index` with a byte beyond ASCII; 0 where it is no UTF-8 or not allowed.
  private static func scalarLength(_ text: ArraySlice<UInt8>, at index: Int) -> Int {
    let first = text[index]
    let count = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0
    guard count > 0, index + count <= text.endIndex else { return 0 }
    var value = UInt32(first) & (0x7F >> UInt32(count))
    for offset in 1..<count {
      let byte = text[index + offset]
      guard byte & 0xC0 == 0x80 else { return 0 }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    let isAllowed =
      switch value {
      case 0x85, 0xA0...0x7FF: count == 2
      case 0x800...0xD7FF, 0xE000...0xFFFD: count == 3
      case 0x10000...0x10FFFF: count == 4
      default: false
      }
    return isAllowed ? count : 0
  }
}
