extension UInt8 {
  /// A space or a tab.
  @inline(__always)
  var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }

  /// A space, tab, line feed, carriage return, vertical tab or form feed.
  @inline(__always)
  var isSpace: Bool { self == UInt8(ascii: " ") || (self >= 9 && self <= 13) }

  @inline(__always)
  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

  @inline(__always)
  var isLetter: Bool { (self | 0x20) >= UInt8(ascii: "a") && (self | 0x20) <= UInt8(ascii: "z") }

  @inline(__always)
  var isAlphanumeric: Bool { isLetter || isDigit }

  /// ASCII punctuation: what a backslash takes the meaning from.
  @inline(__always)
  var isPunctuation: Bool { self > 32 && self < 127 && !isAlphanumeric }
}
