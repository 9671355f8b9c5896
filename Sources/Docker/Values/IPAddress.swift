import Source

/// Addresses of the internet protocol, as Go's `net.ParseIP` reads them.
enum IPAddress {
  /// Whether the bytes are an address of either version.
  static func isOne(_ bytes: Bytes) -> Bool {
    isVersion4(bytes) || isVersion6(bytes)
  }

  /// Whether the bytes are an address of version 6 in brackets.
  static func isBracketed(_ bytes: Bytes) -> Bool {
    bytes.count > 2 && bytes.first == UInt8(ascii: "[") && bytes.last == UInt8(ascii: "]")
      && isOne(bytes.dropFirst().dropLast())
  }

  private static func isVersion4(_ bytes: Bytes) -> Bool {
    let parts = bytes.parts(at: UInt8(ascii: "."))
    return parts.count == 4
      && parts.allSatisfy { part in
        part.unsigned(upTo: 255) != nil && (part.count == 1 || part.first != UInt8(ascii: "0"))
      }
  }

  /// Up to eight groups; one `::` stands for those that are left out; the last two may be an address of version 4.
  private static func isVersion6(_ bytes: Bytes) -> Bool {
    guard bytes.count <= 45, bytes.contains(UInt8(ascii: ":")) else { return false }
    guard let gap = bytes.firstRange(of: "::") else { return groups(bytes) == 8 }
    let front = bytes[..<gap.lowerBound]
    let back = bytes[gap.upperBound...]
    guard let before = front.isEmpty ? 0 : groups(front, endsInVersion4: false) else { return false }
    guard let after = back.isEmpty ? 0 : groups(back) else { return false }
    return before + after < 8
  }

  /// How many groups of four hexadecimal digits the bytes are.
  private static func groups(_ bytes: Bytes, endsInVersion4: Bool = true) -> Int? {
    let parts = bytes.parts(at: UInt8(ascii: ":"))
    var count = 0
    for (index, part) in parts.enumerated() {
      if endsInVersion4, index == parts.count - 1, isVersion4(part) {
        count += 2
        continue
      }
      let isGroup = part.allSatisfy { $0.isDigit || ($0.lowercased >= 0x61 && $0.lowercased <= 0x66) }
      guard isGroup, !part.isEmpty, part.count <= 4 else { return nil }
      count += 1
    }
    return count
  }
}
