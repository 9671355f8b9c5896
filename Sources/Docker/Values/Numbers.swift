import Source

extension Bytes {
  /// The number that the bytes spell in digits of a base up to ten, as Go's `strconv.ParseUint` reads it; nothing where
  /// they are none, or it is above `limit`.
  func unsigned(base: UInt64 = 10, upTo limit: UInt64) -> UInt64? {
    guard !isEmpty else { return nil }
    var number: UInt64 = 0
    for byte in self {
      guard byte.isDigit, UInt64(byte &- 0x30) < base else { return nil }
      let digit = UInt64(byte &- 0x30)
      guard digit <= limit, number <= (limit - digit) / base else { return nil }
      number = number * base + digit
    }
    return number
  }

  /// The decimal number that the bytes spell, with or without a sign, as Go's `strconv.ParseInt` reads it; nothing where
  /// they are none, or it needs more bits than `bits`.
  func signed(bits: UInt64 = 64) -> Int64? {
    let limit = UInt64(1) << (bits - 1)
    guard let sign = first else { return nil }
    guard sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") else {
      return unsigned(upTo: limit - 1).map { Int64(truncatingIfNeeded: $0) }
    }
    let isNegative = sign == UInt8(ascii: "-")
    guard let size = dropFirst().unsigned(upTo: isNegative ? limit : limit - 1) else { return nil }
    return isNegative ? 0 &- Int64(truncatingIfNeeded: size) : Int64(truncatingIfNeeded: size)
  }

  /// What stands before the first `separator`, and what behind it; nothing where there is none.
  func cut(at separator: UInt8) -> (before: Bytes, after: Bytes)? {
    guard let index = firstIndex(of: separator) else { return nil }
    return (self[..<index], self[(index + 1)...])
  }

  /// The parts between separators.
  func parts(at separator: UInt8) -> [Bytes] {
    split(separator: separator, omittingEmptySubsequences: false)
  }
}
