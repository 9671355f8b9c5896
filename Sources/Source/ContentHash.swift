/// A 64-bit fingerprint of some bytes: FNV-1a, for names and comparisons, not for secrets.
public struct ContentHash: Hashable, Sendable {
  /// The fingerprint.
  public let value: UInt64

  /// The fingerprint of `bytes`.
  public init(_ bytes: [UInt8]) {
    value = bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
  }

  /// The first eight hexadecimal digits, as they stand in file names.
  public var short: String {
    let digits = String(value >> 32, radix: 16)
    return String(repeating: "0", count: 8 - digits.utf8.count) + digits
  }
}
