import Source

/// What stands behind the apostrophe in `Pod's` and `don't` is no word of its own.
package enum Apostrophe {
  /// Whether the word at `range` is only such an ending: one or two letters behind an apostrophe that follows a letter.
  @inline(__always)
  package static func ends(_ range: Range<Int>, in text: Span<UInt8>) -> Bool {
    let start = range.lowerBound
    guard range.count <= 2, start > 1, text[start].isLetter else { return false }
    if text[start - 1] == UInt8(ascii: "'") { return isLetter(text[start - 2]) }
    return start > 3 && text[start - 1] == 0x99 && text[start - 2] == 0x80 && text[start - 3] == 0xE2
      && isLetter(text[start - 4])
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte >= 0x80
  }
}
