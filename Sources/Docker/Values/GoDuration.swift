public import Source

/// A length of time as Go writes it: `1m30s`, `500ms`, `1.5h`, `0`.
///
/// Reference: `time.ParseDuration`.
public struct GoDuration: Sendable {
  /// How long it is.
  public let nanoseconds: Int64

  /// The duration that the bytes spell.
  public init(_ bytes: Bytes) throws(ValueFault) {
    var rest = bytes
    let sign = bytes.first
    if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { rest.removeFirst() }
    if rest == "0" {
      nanoseconds = 0
      return
    }
    guard !rest.isEmpty else { throw Self.none(bytes) }
    var sum: UInt64 = 0
    while !rest.isEmpty {
      let (total, isTooLong) = sum.addingReportingOverflow(try Self.takePart(&rest, of: bytes))
      guard !isTooLong, total <= 1 << 63 else { throw Self.tooLong(bytes) }
      sum = total
    }
    guard sign == UInt8(ascii: "-") || sum < 1 << 63 else { throw Self.tooLong(bytes) }
    nanoseconds = sign == UInt8(ascii: "-") ? 0 &- Int64(truncatingIfNeeded: sum) : Int64(truncatingIfNeeded: sum)
  }

  /// Takes a number with its unit off the front.
  private static func takePart(_ rest: inout Bytes, of bytes: Bytes) throws(ValueFault) -> UInt64 {
    let whole = rest.prefix { $0.isDigit }
    rest = rest[whole.endIndex...]
    var fraction = rest.prefix(0)
    if rest.first == UInt8(ascii: ".") {
      fraction = rest.dropFirst().prefix { $0.isDigit }
      rest = rest[fraction.endIndex...]
    }
    guard !whole.isEmpty || !fraction.isEmpty else { throw none(bytes) }
    let name = rest.prefix { $0 != UInt8(ascii: ".") && !$0.isDigit }
    guard !name.isEmpty else {
      throw ValueFault("Duration \(bytes.quoted) lacks a unit", at: bytes, meaning: bytes.string + "s")
    }
    guard let unit = unit(name) else { throw unknown(name, in: bytes) }
    rest = rest[name.endIndex...]
    let count = whole.isEmpty ? 0 : whole.unsigned(upTo: 1 << 63)
    guard let count else { throw tooLong(bytes) }
    guard count <= (1 << 63) / unit else { throw tooLong(bytes) }
    let total = count * unit + part(fraction, of: unit)
    guard total <= 1 << 63 else { throw tooLong(bytes) }
    return total
  }

  /// The nanoseconds of a decimal fraction of a unit.
  private static func part(_ digits: Bytes, of unit: UInt64) -> UInt64 {
    var step = unit
    var sum: UInt64 = 0
    for digit in digits where step > 0 {
      step /= 10
      sum += UInt64(digit &- 0x30) * step
    }
    return sum
  }

  private static func unit(_ name: Bytes) -> UInt64? {
    switch name {
    case "ns": 1
    case "us", "µs", "μs": 1_000
    case "ms": 1_000_000
    case "s": 1_000_000_000
    case "m": 60_000_000_000
    case "h": 3_600_000_000_000
    default: nil
    }
  }

  private static func none(_ bytes: Bytes) -> ValueFault {
    ValueFault("Duration \(bytes.quoted) is none; write one as '30s' or '1m30s'", at: bytes)
  }

  private static func tooLong(_ bytes: Bytes) -> ValueFault {
    ValueFault("Duration \(bytes.quoted) is longer than 292 years", at: bytes)
  }

  private static func unknown(_ name: Bytes, in bytes: Bytes) -> ValueFault {
    ValueFault(
      "Unit \(name.quoted) of duration \(bytes.quoted) is unknown; there are 'h', 'm', 's', 'ms', 'us' and 'ns'",
      at: name, meaning: guess(name))
  }

  private static func guess(_ name: Bytes) -> String? {
    switch name.lowercased[...] {
    case "sec", "secs", "second", "seconds", "s": "s"
    case "min", "mins", "minute", "minutes", "m": "m"
    case "hr", "hrs", "hour", "hours", "h": "h"
    case "msec", "millis", "milliseconds", "ms": "ms"
    default: nil
    }
  }
}
