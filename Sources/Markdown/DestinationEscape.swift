package import Source

extension ByteWriter {
  /// Appends a destination for an `href` or `src`, as it was written: what an address must not contain is
  /// percent-encoded.
  package mutating func append(destination: String) {
    append(destination: destination.utf8.span)
  }

  mutating func append(destination bytes: borrowing Span<UInt8>) {
    var clean = 0
    for index in bytes.indices where !Self.mayStandInAddress(bytes[index]) {
      append(bytes.extracting(clean..<index))
      append(percentEncoding: bytes[index])
      clean = index + 1
    }
    append(bytes.extracting(clean..<bytes.count))
  }

  private mutating func append(percentEncoding byte: UInt8) {
    switch byte {
    case UInt8(ascii: "&"): append("&amp;")
    case UInt8(ascii: "'"): append("&#39;")
    default:
      append(UInt8(ascii: "%"))
      append(Self.hexadecimal(byte >> 4))
      append(Self.hexadecimal(byte & 15))
    }
  }

  private static func hexadecimal(_ digit: UInt8) -> UInt8 {
    digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10
  }

  private static func mayStandInAddress(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "?")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "(")...UInt8(ascii: ";"), UInt8(ascii: "#")...UInt8(ascii: "%"): true
    case UInt8(ascii: "!"), UInt8(ascii: "="), UInt8(ascii: "_"), UInt8(ascii: "~"): true
    default: false
    }
  }
}
