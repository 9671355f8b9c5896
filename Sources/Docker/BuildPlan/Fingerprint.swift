import Source

/// A number that stands for what was put into it, in order: equal numbers, equal things.
struct Fingerprint {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  init(_ kind: StaticString) {
    add(Bytes(kind))
  }

  /// Puts bytes in, with their number, so that no two neighbours can be taken for others.
  mutating func add(_ bytes: Bytes) {
    add(UInt64(bytes.count))
    for byte in bytes { mix(UInt64(byte)) }
  }

  mutating func add(_ list: [Bytes]) {
    add(UInt64(list.count))
    for bytes in list { add(bytes) }
  }

  mutating func add(_ number: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) { mix(number >> shift & 0xFF) }
  }

  mutating func add(_ flag: Bool) {
    mix(flag ? 1 : 0)
  }

  private mutating func mix(_ byte: UInt64) {
    value = (value ^ byte) &* 0x0000_0100_0000_01b3
  }
}
