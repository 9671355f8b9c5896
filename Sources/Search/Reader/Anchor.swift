import Source

/// The id of a heading as it is made of its text: what an index does not have to say.
enum Anchor {
  /// Letters, digits, `-` and `_` in small letters, `-` for a blank, and nothing for other marks of ASCII; the rest as it
  /// is. Where the text has stood on the page before, how often follows behind a `-`.
  static func made(of text: [UInt8], repeats: Int) -> [UInt8] {
    var anchor: [UInt8] = []
    for byte in text {
      if byte == UInt8(ascii: " ") {
        anchor.add(UInt8(ascii: "-"))
      } else if byte.isNameByte || byte >= 0x80 || byte == UInt8(ascii: "-") {
        anchor.add(byte.lowercased)
      }
    }
    if repeats > 0 {
      anchor.add(UInt8(ascii: "-"))
      add(repeats, to: &anchor)
    }
    return anchor
  }

  private static func add(_ number: Int, to anchor: inout [UInt8]) {
    if number > 9 { add(number / 10, to: &anchor) }
    anchor.add(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
  }
}
