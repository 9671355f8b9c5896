extension ByteWriter {
  /// Appends text for HTML, with `&`, `<`, `>` and `"` as character references: safe in content and in quoted
  /// attributes.
  public mutating func append(escaping text: ArraySlice<UInt8>) {
    var clean = text.startIndex
    var index = text.startIndex
    while index < text.endIndex {
      if let reference = Self.reference(for: text[index]) {
        append(text[clean..<index])
        append(reference)
        clean = index + 1
      }
      index += 1
    }
    append(text[clean...])
  }

  /// Appends text for HTML, escaped.
  public mutating func append(escaping text: [UInt8]) {
    append(escaping: text[...])
  }

  /// Appends text for HTML, escaped.
  public mutating func append(escaping text: String) {
    append(escaping: Array(text.utf8)[...])
  }

  @inline(__always)
  private static func reference(for byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    default: nil
    }
  }
}
