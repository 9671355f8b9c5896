import Source

/// White space as the builder knows it, which differs from place to place.
enum Space {
  /// Whether a byte separates words: tab, vertical tab, form feed, carriage return or blank.
  static func separatesWords(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || (byte >= 0x0B && byte <= 0x0D)
  }

  /// Whether a byte ends a flag: the builder looks at single bytes there, and takes them for Latin-1.
  static func endsFlag(_ byte: UInt8) -> Bool {
    byte.isSpace || byte == 0x85 || byte == 0xA0
  }

  /// How many bytes the white space character at `index` has, by Unicode; 0 if there is none.
  static func length(in bytes: Bytes, at index: Int) -> Int {
    let byte = bytes[index]
    if byte < 0x80 { return byte.isSpace ? 1 : 0 }
    let rest = bytes.endIndex - index
    if byte == 0xC2, rest >= 2 { return bytes[index + 1] == 0x85 || bytes[index + 1] == 0xA0 ? 2 : 0 }
    guard rest >= 3 else { return 0 }
    let (second, third) = (bytes[index + 1], bytes[index + 2])
    return isWide(byte, second, third) ? 3 : 0
  }

  /// U+1680, U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F and U+3000.
  private static func isWide(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second) {
    case (0xE1, 0x9A), (0xE3, 0x80): third == 0x80
    case (0xE2, 0x80): third <= 0x8A || third == 0xA8 || third == 0xA9 || third == 0xAF
    case (0xE2, 0x81): third == 0x9F
    default: false
    }
  }

  /// A stretch without white space at its front.
  static func trimmedAtFront(_ bytes: Bytes) -> Bytes {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let length = length(in: bytes, at: index)
      if length == 0 { break }
      index += length
    }
    return bytes[index...]
  }

  /// A stretch without white space at either end.
  static func trimmed(_ bytes: Bytes) -> Bytes {
    var bytes = trimmedAtFront(bytes)
    while !bytes.isEmpty {
      let end = bytes.endIndex
      let width = (1...min(3, bytes.count)).first { length(in: bytes, at: end - $0) == $0 }
      guard let width else { break }
      bytes = bytes[..<(end - width)]
    }
    return bytes
  }
}
