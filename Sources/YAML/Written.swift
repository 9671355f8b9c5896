internal import Source

/// Reads in the source what libyaml does not tell.
enum Written {
  /// The offset after the anchor and the tag that stand before a node; those of its first child stay.
  static func skipProperties(_ text: ArraySlice<UInt8>, _ range: SourceRange, hasAnchor: Bool, hasTag: Bool) -> Int {
    var index = range.start
    var awaited = (hasAnchor ? [UInt8(ascii: "&")] : []) + (hasTag ? [UInt8(ascii: "!")] : [])
    while index < range.end {
      let mark = text[index]
      if awaited.contains(mark) {
        awaited.removeAll { $0 == mark }
        while index < range.end, blankLength(text, at: index) == 0 { index += 1 }
      } else if mark == UInt8(ascii: "#") {
        while index < range.end, !isBreak(text[index]) { index += 1 }
      } else {
        let blank = blankLength(text, at: index)
        if blank == 0 { return index }
        index += blank
      }
    }
    return range.end
  }

  /// The length of the blank or line break at an offset, 0 if there is none. YAML 1.1 (§5.4) breaks lines at U+0085,
  /// U+2028 and U+2029 too, and libyaml follows it.
  private static func blankLength(_ text: ArraySlice<UInt8>, at index: Int) -> Int {
    if isBlank(text[index]) { return 1 }
    let next = text[index...].prefix(3)
    if next.starts(with: [0xC2, 0x85]) { return 2 }
    return next.elementsEqual([0xE2, 0x80, 0xA8]) || next.elementsEqual([0xE2, 0x80, 0xA9]) ? 3 : 0
  }

  /// The end of a block scalar without the blank lines after it, and without its last line break.
  static func withoutBlankLines(_ text: ArraySlice<UInt8>, _ range: SourceRange) -> Int {
    var end = range.end
    var index = end
    while index > range.start, isBlank(text[index - 1]) {
      index -= 1
      if isBreak(text[index]) { end = index }
    }
    return end
  }

  /// The first line from `offset` on, but after `documentStart`, that starts a document with `---`.
  static func documentMarker(_ text: ArraySlice<UInt8>, from offset: Int, after documentStart: Int) -> Int? {
    var index = max(offset, documentStart + 1)
    while index < text.endIndex {
      let isLineStart = index == 0 || isBreak(text[index - 1])
      if isLineStart, isMarker(text, at: index) { return index }
      while index < text.endIndex, !isBreak(text[index]) { index += 1 }
      index += 1
    }
    return nil
  }

  /// Whether three of the byte `mark` stand at an offset, with nothing joined to them.
  static func isMarker(_ text: ArraySlice<UInt8>, at index: Int, of mark: UInt8 = UInt8(ascii: "-")) -> Bool {
    guard index + 3 <= text.endIndex else { return false }
    guard text[index..<index + 3].allSatisfy({ $0 == mark }) else { return false }
    return index + 3 == text.endIndex || isBlank(text[index + 3])
  }

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || isBreak(byte)
  }

  static func isBreak(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }
}
