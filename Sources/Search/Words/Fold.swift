import Source

/// Makes words that differ only in case or accents the same: `Café`, `café` and `CAFE` are `cafe`.
///
/// It covers what notes are written in: Latin, Greek and Cyrillic letters and combining marks. The rest stays as it is. The
/// tables of Unicode would be ten times as large as everything else that a page loads to search.
package enum Fold {
  /// Folds a stretch of UTF-8; the result is never longer.
  @inline(never)
  package static func fold(_ text: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(range.count)
    append(text, range, to: &folded)
    return folded
  }

  /// Folds a whole text.
  @inline(never)
  package static func fold(_ text: [UInt8]) -> [UInt8] {
    fold(text.span, 0..<text.count)
  }

  /// Folds a stretch of UTF-8 onto the end of `output`.
  package static func append(_ text: Span<UInt8>, _ range: Range<Int>, to output: inout [UInt8]) {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      if byte < 0xC3 || byte > 0xD1 || index + 1 == range.upperBound {
        output.append(byte.lowercased)
        index += 1
      } else {
        append(byte, text[index + 1], to: &output)
        index += 2
      }
    }
  }

  /// Folds a character of two bytes.
  private static func append(_ lead: UInt8, _ trail: UInt8, to output: inout [UInt8]) {
    let scalar = UInt32(lead & 0x1F) << 6 | UInt32(trail & 0x3F)
    switch scalar {
    case 0xC0...0x17F:
      let base = latin(Int(scalar) - 0xC0)
      guard base >= UInt8(ascii: "A") else { return write(scalar, to: &output) }
      output.append(base.lowercased)
      // A capital in the table stands for two letters.
      if base.isCapital { output.append(second(of: base)) }
    case 0x300...0x36F: return
    case 0x391...0x3A9, 0x410...0x42F: write(scalar + 0x20, to: &output)
    case 0x3C2: write(0x3C3, to: &output)
    case 0x400...0x40F: write(scalar + 0x50, to: &output)
    default: write(scalar, to: &output)
    }
  }

  private static func write(_ scalar: UInt32, to output: inout [UInt8]) {
    output.append(0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
    output.append(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
  }

  private static func second(of base: UInt8) -> UInt8 {
    switch base {
    case UInt8(ascii: "A"), UInt8(ascii: "O"): UInt8(ascii: "e")
    case UInt8(ascii: "I"): UInt8(ascii: "j")
    case UInt8(ascii: "S"): UInt8(ascii: "s")
    default: UInt8(ascii: "h")
    }
  }

  /// The letter under a letter of U+00C0 to U+017F; a capital for the first of two, `.` for what is no letter.
  @inline(__always)
  private static func latin(_ number: Int) -> UInt8 {
    let letters: StaticString =
      """
      aaaaaaAceeeeiiiidnooooo.ouuuuyTSaaaaaaAceeeeiiiidnooooo.ouuuuyTy\
      aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiIIjjkkkllllllllllnnnnnnnnnooooooOOrrrrrrsssssssstttttt\
      uuuuuuuuuuuuwwyyyzzzzzzs
      """
    return unsafe letters.utf8Start[number]
  }
}
