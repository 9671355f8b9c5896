extension HTMLTokenizer {
  /// Whether a character reference (`amp;`, `#38;`, `#x26;`) stands here, behind its ampersand.
  static func isReference(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let end = bytes.prefix(33).firstIndex(of: UInt8(ascii: ";")) else { return false }
    var name = bytes[bytes.startIndex..<end]
    if name.first == UInt8(ascii: "#") { name = name.dropFirst() }
    return !name.isEmpty && name.allSatisfy { digit($0, in: 36) != nil }
  }

  /// An attribute's value with its character references resolved.
  ///
  /// Of the named ones only those an address is hidden with: the others stay, and stand in the output with their
  /// ampersand escaped, so that a browser reads what was checked here.
  static func withoutReferences(_ value: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var index = value.startIndex
    while index < value.endIndex {
      if value[index] == UInt8(ascii: "&"), let (text, end) = reference(value[(index + 1)...]) {
        result += Array(text.utf8)
        index = end
      } else {
        result.append(value[index])
        index += 1
      }
    }
    return result
  }

  private static let named: [(name: String, text: String)] = [
    ("amp;", "&"), ("amp", "&"), ("lt;", "<"), ("gt;", ">"), ("quot;", "\""), ("apos;", "'"), ("colon;", ":"),
    ("Tab;", "\t"), ("NewLine;", "\n"), ("sol;", "/"), ("bsol;", "\\"), ("lpar;", "("), ("rpar;", ")"),
    ("num;", "#"), ("nbsp;", "\u{A0}"), ("period;", "."), ("comma;", ","), ("semi;", ";"), ("excl;", "!"),
    ("equals;", "="), ("quest;", "?"), ("percnt;", "%"), ("lowbar;", "_"), ("hyphen;", "\u{2010}"),
  ]

  /// The text of the reference that stands here, and where it ends.
  private static func reference(_ bytes: ArraySlice<UInt8>) -> (String, Int)? {
    if bytes.first == UInt8(ascii: "#") { return numeric(bytes.dropFirst()) }
    for (name, text) in named where bytes.starts(with: name.utf8) { return (text, bytes.startIndex + name.utf8.count) }
    return nil
  }

  /// A number, in decimal or behind an `x`; its semicolon may be missing, its zeros may be many.
  private static func numeric(_ bytes: ArraySlice<UInt8>) -> (String, Int)? {
    let isHexadecimal = bytes.first == UInt8(ascii: "x") || bytes.first == UInt8(ascii: "X")
    let base: UInt32 = isHexadecimal ? 16 : 10
    let start = bytes.startIndex + (isHexadecimal ? 1 : 0)
    var index = start
    var number: UInt32 = 0
    while index < bytes.endIndex, let digit = digit(bytes[index], in: base) {
      number = min(number * base + digit, 0x110000)
      index += 1
    }
    guard index > start else { return nil }
    if index < bytes.endIndex, bytes[index] == UInt8(ascii: ";") { index += 1 }
    return (Unicode.Scalar(number).map { String($0) } ?? "\u{FFFD}", index)
  }

  private static func digit(_ byte: UInt8, in base: UInt32) -> UInt32? {
    let value: UInt32
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): value = UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): value = UInt32(byte - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = UInt32(byte - UInt8(ascii: "A")) + 10
    default: return nil
    }
    return value < base ? value : nil
  }
}
