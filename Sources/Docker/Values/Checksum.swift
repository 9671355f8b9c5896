public import Source

/// The digest of a content: `sha256:` and 64 hexadecimal digits.
///
/// Reference: <https://github.com/opencontainers/image-spec/blob/main/descriptor.md#digests>
public struct Checksum: Sendable {
  /// `sha256`, `sha384` or `sha512`.
  public let algorithm: Bytes
  /// Its hexadecimal digits.
  public let digits: Bytes

  /// The digest that the bytes spell.
  public init(_ bytes: Bytes) throws(ValueFault) {
    guard let (algorithm, digits) = bytes.cut(at: UInt8(ascii: ":")) else {
      let isBare = bytes.count == 64 && bytes.allSatisfy(Self.isHex)
      throw ValueFault(
        "Checksum \(bytes.quoted) names no algorithm; write 'sha256:' before it", at: bytes,
        meaning: isBare ? "sha256:" + bytes.string : nil)
    }
    guard let length = Self.length(algorithm) else {
      throw ValueFault(
        "Algorithm \(algorithm.quoted) of a checksum is unknown; there are 'sha256', 'sha384' and 'sha512'",
        at: algorithm, meaning: algorithm.equalsIgnoringCase("sha256") ? "sha256" : nil)
    }
    guard digits.count == length else {
      throw ValueFault(
        "Checksum \(digits.quoted) has \(digits.count) digits; '\(algorithm.string)' has \(length)", at: digits)
    }
    if let wrong = digits.firstIndex(where: { !Self.isHex($0) }) {
      let isCapital = digits[wrong].isCapital && digits.allSatisfy { Self.isHex($0.lowercased) }
      throw ValueFault(
        "Checksum \(digits.quoted) is not in lower-case hexadecimal digits", at: digits,
        meaning: isCapital ? digits.lowercased[...].string : nil)
    }
    self.algorithm = algorithm
    self.digits = digits
  }

  private static func length(_ algorithm: Bytes) -> Int? {
    switch algorithm {
    case "sha256": 64
    case "sha384": 96
    case "sha512": 128
    default: nil
    }
  }

  private static func isHex(_ byte: UInt8) -> Bool {
    byte.isDigit || byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "f")
  }
}
