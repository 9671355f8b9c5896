/// Writes JSON (RFC 8259), value by value, with commas and quotes in their places.
public struct JSONWriter: ~Copyable {
  private var output = ByteWriter()
  private var needsComma = false

  /// A writer of one JSON value.
  public init() {}

  /// Ends the writing and hands over the bytes.
  public consuming func finish() -> [UInt8] {
    output.finish()
  }

  /// Writes an object, whose members `body` writes.
  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    separate()
    nest("{", "}", body)
  }

  /// Writes an array, whose elements `body` writes.
  public mutating func array(_ body: (inout JSONWriter) -> Void) {
    separate()
    nest("[", "]", body)
  }

  /// Writes a member's name; its value must follow.
  public mutating func key(_ name: String) {
    separate()
    output.append(jsonString: name)
    output.append(":")
    needsComma = false
  }

  /// Writes a member that is an object.
  public mutating func object(_ name: String, _ body: (inout JSONWriter) -> Void) {
    key(name)
    object(body)
  }

  /// Writes a member that is an array.
  public mutating func array(_ name: String, _ body: (inout JSONWriter) -> Void) {
    key(name)
    array(body)
  }

  /// Writes a member that is a string, or `null`.
  public mutating func member(_ name: String, _ value: String?) {
    key(name)
    if let value { string(value) } else { literal("null") }
  }

  /// Writes a member that is a whole number.
  public mutating func member(_ name: String, _ value: Int) {
    key(name)
    number(value)
  }

  /// Writes a member that is `true` or `false`.
  public mutating func member(_ name: String, _ value: Bool) {
    key(name)
    literal(value ? "true" : "false")
  }

  /// Writes a member that is a number with `places` decimal places.
  public mutating func member(_ name: String, _ value: Double, places: Int) {
    key(name)
    separate()
    output.append(value, places: places)
    needsComma = true
  }

  /// Writes a string.
  public mutating func string(_ value: String) {
    separate()
    output.append(jsonString: value)
    needsComma = true
  }

  /// Writes a whole number.
  public mutating func number(_ value: Int) {
    separate()
    output.append(value)
    needsComma = true
  }

  /// Writes `null`.
  public mutating func null() {
    literal("null")
  }

  private mutating func literal(_ text: StaticString) {
    separate()
    output.append(text)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { output.append(",") }
    needsComma = false
  }

  private mutating func nest(_ start: StaticString, _ end: StaticString, _ body: (inout JSONWriter) -> Void) {
    output.append(start)
    needsComma = false
    body(&self)
    output.append(end)
    needsComma = true
  }
}

extension ByteWriter {
  /// Appends a string as JSON, in quotes. `<` and the line separators are escaped too, so that it may stand in a script.
  public mutating func append(jsonString text: String) {
    append("\"")
    let bytes = text.utf8.span
    // Nearly all of a text stands there as it is: it is copied a stretch at a time.
    var written = 0
    for index in bytes.indices {
      let byte = bytes[index]
      guard
        byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
          || byte == UInt8(ascii: "<") || byte == 0xE2
      else { continue }
      let isSeparator = byte == 0xE2 && Self.isLineSeparator(bytes, at: index)
      guard byte != 0xE2 || isSeparator else { continue }
      append(bytes.extracting(written..<index))
      written = index + (isSeparator ? 3 : 1)
      append(jsonEscape: isSeparator ? 0x2000 | UInt32(bytes[index + 2] & 0x3F) : UInt32(byte))
    }
    append(bytes.extracting(written..<bytes.count))
    append("\"")
  }

  /// Whether U+2028 or U+2029 stands there, which end a line in a script.
  private static func isLineSeparator(_ bytes: Span<UInt8>, at index: Int) -> Bool {
    index + 2 < bytes.count && bytes[index + 1] == 0x80 && (bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9)
  }

  private mutating func append(jsonEscape scalar: UInt32) {
    switch scalar {
    case 0x22: append("\\\"")
    case 0x5C: append("\\\\")
    case 0x0A: append("\\n")
    case 0x0D: append("\\r")
    case 0x09: append("\\t")
    default:
      append("\\u")
      for shift in [12, 8, 4, 0] as [UInt32] {
        let digit = UInt8(truncatingIfNeeded: scalar >> shift & 15)
        append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      }
    }
  }

  /// Appends a number with a fixed count of decimal places, rounded half away from zero.
  public mutating func append(_ number: Double, places: Int) {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let rounded = Int((number * scale).rounded())
    if rounded < 0 { append("-") }
    append(abs(rounded) / Int(scale))
    guard places > 0 else { return }
    append(".")
    let fraction = String(abs(rounded) % Int(scale))
    append(String(repeating: "0", count: places - fraction.utf8.count) + fraction)
  }
}
