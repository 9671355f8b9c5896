import Source

/// The little that has to be known of characters beyond ASCII: which may stand in names, which end words.
extension Bytes {
  /// How many bytes the character at the front has; zero where there is none.
  var leadingCharacter: Int {
    guard let first else { return 0 }
    let length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    return Swift.min(length, count)
  }

  /// How many bytes of white space stand at the front: a character or none.
  var leadingSpace: Int {
    guard let first else { return 0 }
    if first < 0x80 { return first.isSpace ? 1 : 0 }
    switch leadingScalar {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: return leadingCharacter
    default: return 0
    }
  }

  /// How many bytes the character at the front has if it may stand in the name of a variable, else zero.
  ///
  /// The builder takes every letter of Unicode; here all beyond ASCII is one but for the blocks of other things.
  var leadingNameCharacter: Int {
    guard let first else { return 0 }
    if first < 0x80 { return first.isNameByte ? 1 : 0 }
    switch leadingScalar {
    case 0...0xA9, 0xAB...0xB4, 0xB6...0xB9, 0xBB...0xBF, 0xD7, 0xF7: return 0
    case 0x300...0x36F, 0x2000...0x2070, 0x2072...0x207E, 0x20A0...0x2101, 0x2190...0x2BFF: return 0
    case 0x3000...0x3004, 0x3008...0x3030, 0xE000...0xF8FF, 0xFE00...0xFE6F, 0xFF00...0xFF0F, 0xFFF0...0xFFFF: return 0
    case 0x1F000...0x1FAFF, 0xE0000...: return 0
    default: return leadingCharacter
    }
  }

  /// The number of the character at the front; what is no UTF-8 gives some number.
  private var leadingScalar: UInt32 {
    let length = leadingCharacter
    guard length > 1 else { return UInt32(first ?? 0) }
    let lead = UInt32(self[startIndex]) & (0xFF >> UInt32(length + 1))
    return dropFirst().prefix(length - 1).reduce(lead) { $0 << 6 | UInt32($1 & 0x3F) }
  }
}
