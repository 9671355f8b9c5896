public import Source

/// A number of bytes as docker writes it: `64m`, `1.5 GiB`, `512`.
///
/// Reference: `units.RAMInBytes` of docker/go-units. Units are powers of 1,024, with or without `b` or `ib`.
public struct ByteSize: Sendable {
  /// How many bytes.
  public let bytes: Int64

  /// The size that the bytes spell.
  public init(_ text: Bytes) throws(ValueFault) {
    let last = text.lastIndex { $0.isDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: " ") }
    guard let last else { throw Self.malformed(text) }
    let digits = text[last] == UInt8(ascii: " ") ? text[..<last] : text[...last]
    let unit = text[(last + 1)...]
    guard let number = Self.decimal(digits) else { throw Self.malformed(text) }
    guard let power = Self.power(unit.lowercased[...]) else {
      throw ValueFault(
        "Unit \(unit.quoted) of size \(text.quoted) is unknown; there are 'b', 'k', 'm', 'g', 't' and 'p'", at: unit)
    }
    var size = number
    for _ in 0..<power { size *= 1_024 }
    bytes = size < 9.2e18 ? Int64(size) : .max
  }

  private static func malformed(_ text: Bytes) -> ValueFault {
    ValueFault("Size \(text.quoted) is none; write one as '64m' or '1g'", at: text)
  }

  /// How often 1,024 is in the unit.
  private static func power(_ unit: Bytes) -> Int? {
    guard let letter = unit.first else { return 0 }
    if letter == UInt8(ascii: "b") { return unit.count == 1 ? 0 : nil }
    let tail = unit.dropFirst()
    guard tail.isEmpty || tail == "b" || tail == "ib" else { return nil }
    switch letter {
    case UInt8(ascii: "k"): return 1
    case UInt8(ascii: "m"): return 2
    case UInt8(ascii: "g"): return 3
    case UInt8(ascii: "t"): return 4
    case UInt8(ascii: "p"): return 5
    default: return nil
    }
  }

  /// A decimal number without a minus: `12`, `.5`, `5.`, `1e3`.
  private static func decimal(_ text: Bytes) -> Double? {
    var rest = text.first == UInt8(ascii: "+") ? text.dropFirst() : text
    let whole = rest.prefix { $0.isDigit }
    rest = rest[whole.endIndex...]
    var fraction = rest.prefix(0)
    if rest.first == UInt8(ascii: ".") {
      fraction = rest.dropFirst().prefix { $0.isDigit }
      rest = rest[fraction.endIndex...]
    }
    guard !whole.isEmpty || !fraction.isEmpty else { return nil }
    var exponent: Int64 = 0
    if let letter = rest.popFirst() {
      guard letter.lowercased == UInt8(ascii: "e"), let given = rest.signed(bits: 16) else { return nil }
      exponent = given
    }
    var number = 0.0
    for digit in whole { number = number * 10 + Double(digit &- 0x30) }
    var scale = 0.1
    for digit in fraction {
      number += Double(digit &- 0x30) * scale
      scale /= 10
    }
    for _ in 0..<min(abs(exponent), 400) { number = exponent > 0 ? number * 10 : number / 10 }
    return number.isFinite ? number : nil
  }
}
