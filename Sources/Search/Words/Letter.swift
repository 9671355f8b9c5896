import Source

/// What a character is to a search: part of a word, a word of its own, or something between words.
package enum Letter: Sendable {
  /// A letter or digit: runs of them are words.
  case letter
  /// A character of a script that leaves no blanks between words: Chinese, Japanese, Korean, Thai and their neighbours.
  case ideograph
  /// Anything else that is shown: punctuation, a symbol.
  case mark
  /// White space.
  case blank

  /// The character of UTF-8 at `index`, and how many bytes it has. Broken UTF-8 is a mark of one byte.
  @inline(__always)
  package static func at(_ index: Int, in text: Span<UInt8>) -> (Letter, count: Int) {
    let byte = text[index]
    if byte < 0x80 {
      if byte.isLetter || byte.isDigit { return (.letter, 1) }
      return (byte <= 0x20 ? .blank : .mark, 1)
    }
    return beyondASCII(index, in: text)
  }

  private static func beyondASCII(_ index: Int, in text: Span<UInt8>) -> (Letter, count: Int) {
    let lead = text[index]
    let count = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, lead < 0xF5, index + count <= text.count else { return (.mark, 1) }
    var scalar = UInt32(lead) & (0xFF >> UInt32(count + 1))
    for next in 1..<count {
      guard text[index + next] & 0xC0 == 0x80 else { return (.mark, 1) }
      scalar = scalar << 6 | UInt32(text[index + next] & 0x3F)
    }
    return (of(scalar), count)
  }

  /// By the blocks of Unicode 16.
  private static func of(_ scalar: UInt32) -> Letter {
    switch scalar {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF: .blank
    case 0xAA, 0xB5, 0xBA: .letter
    case 0x80...0xBF, 0xD7, 0xF7, 0x2010...0x206F, 0x20A0...0x20CF, 0x2190...0x2BFF, 0x2E00...0x2E7F, 0x3001...0x3004,
      0x3008...0x3020, 0x30FB, 0xFE10...0xFE6F, 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65,
      0xFFE0...0xFFFF, 0x1F000...0x1FAFF:
      .mark
    case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...0x312F, 0x31A0...0xA4CF, 0xA960...0xA97F,
      0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFF66...0xFF9F, 0x20000...0x3FFFF:
      .ideograph
    default: .letter
    }
  }
}
