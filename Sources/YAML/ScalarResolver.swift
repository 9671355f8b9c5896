/// Decides what an unquoted scalar means in a dialect.
struct ScalarResolver {
  let dialect: YAMLDialect

  /// What `text` is when it is written without quotes.
  func resolve(_ text: ArraySlice<UInt8>) -> YAMLScalar {
    guard let first = text.first else { return .null }
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return number(text) ?? .string
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."): return number(text) ?? special(text) ?? .string
    case UInt8(ascii: "~"): return text.count == 1 ? .null : .string
    default: return word(text) ?? .string
    }
  }

  /// What `text` is under an explicit tag. A text that does not fit its tag stays a text.
  func resolve(_ text: ArraySlice<UInt8>, tag: String) -> YAMLScalar {
    let value = resolve(text)
    switch (tag, value) {
    case ("tag:yaml.org,2002:null", .null), ("tag:yaml.org,2002:bool", .bool), ("tag:yaml.org,2002:int", .int),
      ("tag:yaml.org,2002:float", .float):
      return value
    case ("tag:yaml.org,2002:float", .int(let whole)):
      return .float(Double(whole))
    default:
      return .string
    }
  }

  /// A word that stands for a truth value or for nothing, in one of the three spellings `no`, `No`, `NO`.
  private func word(_ text: ArraySlice<UInt8>) -> YAMLScalar? {
    guard text.count <= 5, let lower = Spelling.lowercased(text) else { return nil }
    switch lower {
    case "null": return .null
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "yes", "on", "y": return dialect == .kubernetes ? .bool(true) : nil
    case "no", "off", "n": return dialect == .kubernetes ? .bool(false) : nil
    default: return nil
    }
  }

  /// `.inf` and `.nan`, with a sign before the former.
  private func special(_ text: ArraySlice<UInt8>) -> YAMLScalar? {
    var rest = text
    let sign = rest.first
    if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { rest.removeFirst() }
    guard rest.first == UInt8(ascii: "."), rest.count == 4 else { return nil }
    let name = rest.dropFirst()
    if Spelling.lowercased(name) == "inf" {
      return .float(sign == UInt8(ascii: "-") ? -Double.infinity : Double.infinity)
    }
    let isNaN = name.elementsEqual("nan".utf8) || name.elementsEqual("NaN".utf8) || name.elementsEqual("NAN".utf8)
    return isNaN && rest.count == text.count ? .float(.nan) : nil
  }

  private func number(_ text: ArraySlice<UInt8>) -> YAMLScalar? {
    var digits = text
    // A leading point is left to the reader of floats, which knows no underscores.
    if dialect != .core, text.first != UInt8(ascii: "."), text.contains(UInt8(ascii: "_")) {
      digits.removeAll { $0 == UInt8(ascii: "_") }
    }
    return integer(digits) ?? float(digits)
  }

  private func integer(_ text: ArraySlice<UInt8>) -> YAMLScalar? {
    var digits = text
    let sign = digits.first
    if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { digits.removeFirst() }
    let base = takeBase(&digits, isSigned: digits.count != text.count)
    guard let base, !digits.isEmpty, let value = Self.value(of: digits, base: base) else { return nil }
    if sign == UInt8(ascii: "-") { return .int(0 - value) }
    return .int(value)
  }

  /// Takes the prefix that tells the base off `digits`; none where what follows cannot be an integer.
  private func takeBase(_ digits: inout ArraySlice<UInt8>, isSigned: Bool) -> Int? {
    guard digits.first == UInt8(ascii: "0"), digits.count > 1 else { return 10 }
    let letter = digits[digits.startIndex + 1]
    if dialect == .core {
      // The core schema knows `0o17` and `0x1f`, in small letters and without a sign.
      guard letter == UInt8(ascii: "o") || letter == UInt8(ascii: "x") else { return 10 }
      guard !isSigned else { return nil }
    }
    let base = Self.base(named: letter)
    guard let base else { return dialect == .core ? 10 : 8 }
    digits.removeFirst(2)
    return base
  }

  private static func base(named letter: UInt8) -> Int? {
    switch letter | 0x20 {
    case UInt8(ascii: "x"): 16
    case UInt8(ascii: "o"): 8
    case UInt8(ascii: "b"): 2
    default: nil
    }
  }

  /// The number that `digits` write; none where one is no digit of that base or the number is too large.
  private static func value(of digits: ArraySlice<UInt8>, base: Int) -> Int? {
    var value = 0
    for byte in digits {
      guard let digit = Self.digit(byte), digit < base else { return nil }
      let (product, isTooLarge) = value.multipliedReportingOverflow(by: base)
      let (sum, isTooLargeNow) = product.addingReportingOverflow(digit)
      if isTooLarge || isTooLargeNow { return nil }
      value = sum
    }
    return value
  }

  private static func digit(_ byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte) - 48
    case UInt8(ascii: "a")...UInt8(ascii: "f"): Int(byte) - 87
    case UInt8(ascii: "A")...UInt8(ascii: "F"): Int(byte) - 55
    default: nil
    }
  }

  private func float(_ text: ArraySlice<UInt8>) -> YAMLScalar? {
    guard Spelling.isFloat(text), let value = Double(String(decoding: text, as: UTF8.self)) else { return nil }
    if dialect == .core { return .float(value) }
    guard value.isFinite else { return nil }
    if dialect == .kubernetes, let whole = Int(exactly: value) { return .int(whole) }
    return .float(value)
  }
}

/// How words and numbers are spelled in YAML.
enum Spelling {
  /// A word of ASCII letters in small letters; none unless it is written small, large, or with a large initial.
  static func lowercased(_ text: ArraySlice<UInt8>) -> String? {
    let isLarge = text.map { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") }
    let rest = isLarge.dropFirst()
    guard let initial = isLarge.first else { return nil }
    guard rest.allSatisfy({ !$0 }) || (initial && rest.allSatisfy { $0 }) else { return nil }
    return String(decoding: text.map { $0 | 0x20 }, as: UTF8.self)
  }

  /// Whether the text is a decimal number, with or without fraction and exponent.
  static func isFloat(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    let whole = takeDigits(&rest)
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      if takeDigits(&rest) == 0, whole == 0 { return false }
    } else if whole == 0 {
      return false
    }
    guard let letter = rest.popFirst() else { return true }
    guard letter | 0x20 == UInt8(ascii: "e") else { return false }
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    return takeDigits(&rest) > 0 && rest.isEmpty
  }

  private static func takeDigits(_ rest: inout ArraySlice<UInt8>) -> Int {
    let count = rest.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }.count
    rest.removeFirst(count)
    return count
  }
}
