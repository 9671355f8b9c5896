/// A character reference such as `&amp;` or `&#x22;` in the text of a block.
///
/// libcmark has resolved it already, or has left it because there is no entity of that name; its table of names is not
/// at hand here, so the literal tells which of the two it was.
struct Entity {
  /// How many bytes it takes in the text, ampersand and semicolon included.
  let written: Int
  private let isNamedAmpersand: Bool
  private let isNumeric: Bool
  /// The byte behind it, which the literal goes on with.
  private let next: UInt8

  /// The reference whose ampersand stands at `index`, if it has the form of one.
  init?(in content: borrowing Content, at index: Int) {
    isNumeric = content[index + 1] == UInt8(ascii: "#")
    let isHexadecimal = isNumeric && (content[index + 2] | 0x20) == UInt8(ascii: "x")
    let start = index + (isHexadecimal ? 3 : isNumeric ? 2 : 1)
    let longest = isHexadecimal ? 6 : isNumeric ? 7 : 40
    var end = start
    while Self.isPart(content[end], isNumeric: isNumeric, isHexadecimal: isHexadecimal) { end += 1 }
    guard end > start, end - start <= longest, content[end] == UInt8(ascii: ";") else { return nil }
    isNamedAmpersand = !isNumeric && end - start == 3 && Self.isAmpersand(content, start)
    written = end + 1 - index
    next = content[end + 1]
  }

  /// Whether `amp` or `AMP` stands there; no other spelling is a name.
  private static func isAmpersand(_ content: borrowing Content, _ index: Int) -> Bool {
    switch (content[index], content[index + 1], content[index + 2]) {
    case (UInt8(ascii: "a"), UInt8(ascii: "m"), UInt8(ascii: "p")): true
    case (UInt8(ascii: "A"), UInt8(ascii: "M"), UInt8(ascii: "P")): true
    default: false
    }
  }

  /// How many bytes of the literal it became; 0 if it was left as it is.
  func length(in literal: CMarkText, at index: Int) -> Int {
    let first = literal[index]
    if first == UInt8(ascii: "&"), !isNamedAmpersand, !isNumeric { return 0 }
    let length = Self.scalarLength(first)
    // Some entities are a letter with a combining mark, two scalars.
    let second = index + length
    guard !isNumeric, Self.isSecondScalar(literal, second), literal[second] != next else { return length }
    return length + Self.scalarLength(literal[second])
  }

  private static func isPart(_ byte: UInt8, isNumeric: Bool, isHexadecimal: Bool) -> Bool {
    guard isNumeric else { return byte.isAlphanumeric }
    return byte.isDigit || isHexadecimal && (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "f")
  }

  private static func scalarLength(_ first: UInt8) -> Int {
    first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
  }

  /// The second scalars of entities: U+0331, U+0333, U+0338, U+200A, U+20D2, U+20E5, U+FE00, and `j` in `&fjlig;`.
  private static func isSecondScalar(_ literal: CMarkText, _ index: Int) -> Bool {
    switch (literal[index], literal[index + 1], literal[index + 2]) {
    case (0xCC, 0xB1, _), (0xCC, 0xB3, _), (0xCC, 0xB8, _): true
    case (0xE2, 0x80, 0x8A), (0xE2, 0x83, 0x92), (0xE2, 0x83, 0xA5), (0xEF, 0xB8, 0x80): true
    case (UInt8(ascii: "j"), _, _): literal[index - 1] == UInt8(ascii: "f")
    default: false
    }
  }
}
