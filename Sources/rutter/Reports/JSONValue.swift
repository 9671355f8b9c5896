import Source

/// JSON that was read (RFC 8259). Each value keeps the bytes that it was written in, so that it can be passed on as it is.
struct JSONValue: Sendable {
  /// What a value can be.
  enum Content: Sendable {
    case null
    case boolean(Bool)
    case number
    case string(String)
    case array([JSONValue])
    case object([(name: String, value: JSONValue)])
  }

  let content: Content
  /// As it was written.
  let bytes: Bytes

  /// Reads one value; nothing where the bytes are no JSON, or are nested too deep.
  init?(_ bytes: [UInt8]) {
    var reader = JSONReader(bytes[...])
    guard let value = reader.value(depth: 0), reader.isAtEnd else { return nil }
    self = value
  }

  fileprivate init(_ content: Content, _ bytes: Bytes) {
    self.content = content
    self.bytes = bytes
  }

  /// The member of an object with this name.
  subscript(_ name: String) -> JSONValue? {
    guard case .object(let members) = content else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The elements of an array.
  var elements: [JSONValue]? {
    if case .array(let elements) = content { elements } else { nil }
  }

  /// The text of a string.
  var string: String? {
    if case .string(let string) = content { string } else { nil }
  }

  /// A number, if it is a whole one.
  var integer: Int? {
    if case .number = content { Int(bytes.string) } else { nil }
  }
}

/// Reads JSON from front to back.
private struct JSONReader {
  private let bytes: Bytes
  private var index: Int

  /// How deep arrays and objects may lie in each other.
  private static let mostDepth = 100

  init(_ bytes: Bytes) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  /// Whether only white space is left.
  var isAtEnd: Bool { bytes[index...].allSatisfy { $0.isSpace } }

  mutating func value(depth: Int) -> JSONValue? {
    skipSpace()
    guard depth < Self.mostDepth, index < bytes.endIndex else { return nil }
    let start = index
    guard let content = content(depth) else { return nil }
    return JSONValue(content, bytes[start..<index])
  }

  private mutating func content(_ depth: Int) -> JSONValue.Content? {
    switch bytes[index] {
    case UInt8(ascii: "{"): return object(depth)
    case UInt8(ascii: "["): return array(depth)
    case UInt8(ascii: "\""): return string().map { .string($0) }
    case UInt8(ascii: "t"): return take("true") ? .boolean(true) : nil
    case UInt8(ascii: "f"): return take("false") ? .boolean(false) : nil
    case UInt8(ascii: "n"): return take("null") ? .null : nil
    default: return number()
    }
  }

  private mutating func object(_ depth: Int) -> JSONValue.Content? {
    index += 1
    var members: [(name: String, value: JSONValue)] = []
    skipSpace()
    if take("}") { return .object(members) }
    while true {
      skipSpace()
      guard let name = string() else { return nil }
      skipSpace()
      guard take(":"), let value = value(depth: depth + 1) else { return nil }
      members.append((name, value))
      skipSpace()
      if take("}") { return .object(members) }
      guard take(",") else { return nil }
    }
  }

  private mutating func array(_ depth: Int) -> JSONValue.Content? {
    index += 1
    var elements: [JSONValue] = []
    skipSpace()
    if take("]") { return .array(elements) }
    while true {
      guard let value = value(depth: depth + 1) else { return nil }
      elements.append(value)
      skipSpace()
      if take("]") { return .array(elements) }
      guard take(",") else { return nil }
    }
  }

  private mutating func string() -> String? {
    guard take("\"") else { return nil }
    let start = index
    while index < bytes.endIndex, bytes[index] != UInt8(ascii: "\"") {
      guard bytes[index] >= 0x20 else { return nil }
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard index < bytes.endIndex else { return nil }
    defer { index += 1 }
    return String(decoding: JSONString.decoded(bytes[start..<index]), as: UTF8.self)
  }

  private mutating func number() -> JSONValue.Content? {
    let start = index
    while index < bytes.endIndex, bytes[index].isDigit || "+-.eE".utf8.contains(bytes[index]) { index += 1 }
    let isNumber = bytes[start..<index].contains { $0.isDigit }
    return isNumber ? .number : nil
  }

  private mutating func take(_ literal: StaticString) -> Bool {
    guard bytes[index...].hasPrefix(literal) else { return false }
    index += literal.utf8CodeUnitCount
    return true
  }

  private mutating func skipSpace() {
    while index < bytes.endIndex, bytes[index].isSpace { index += 1 }
  }
}
