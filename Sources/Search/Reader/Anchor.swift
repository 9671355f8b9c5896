import Source

/// The id of a heading as it is made of its text: what an index does not have to say.
enum Anchor {
  /// Letters, digits, `-` and `_` in small letters, `-` for a blank, and nothing for other marks of ASCII; the rest as it
  /// is.
  static func regular(_ text: [UInt8]) -> [UInt8] {
    var anchor: [UInt8] = []
    for byte in text {
      if byte.isLetter || byte.isDigit || byte >= 0x80 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") {
        anchor.append(byte.lowercased)
      } else if byte == UInt8(ascii: " ") {
        anchor.append(UInt8(ascii: "-"))
      }
    }
    return anchor
  }

  /// Where the text has stood on the page before, how often follows behind a `-`.
  static func adding(_ repeats: Int, to anchor: [UInt8]) -> [UInt8] {
    guard repeats > 0 else { return anchor }
    var digits: [UInt8] = []
    var number = repeats
    while number > 0 {
      digits.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
      number /= 10
    }
    return anchor + [UInt8(ascii: "-")] + digits.reversed()
  }
}
