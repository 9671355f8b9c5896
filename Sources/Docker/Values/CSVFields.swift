public import Source

/// A field of a line of values between commas.
public struct CSVField: Sendable {
  /// Where it stands, with its quotes.
  public let range: SourceRange
  /// What it says. It is a slice of the line, unless it has quotes within quotes.
  public let bytes: Bytes

  /// Where a part of `bytes` stands.
  func place(of part: Bytes) -> SourceRange {
    part.startIndex >= range.start && part.endIndex <= range.end ? part.range : range
  }
}

/// Values between commas, as the options of `--mount` are written. A field with a comma stands in double quotes.
///
/// Reference: RFC 4180, as Go's `encoding/csv` reads it.
public enum CSVFields {
  /// The fields of a line.
  public static func read(_ line: Bytes) throws(ValueFault) -> [CSVField] {
    guard !line.isEmpty else { throw ValueFault("Options are missing", at: line) }
    var fields: [CSVField] = []
    var rest = line
    while true {
      let isQuoted = rest.first == UInt8(ascii: "\"")
      let field = isQuoted ? try takeQuoted(&rest) : try takePlain(&rest)
      fields.append(field)
      guard let comma = rest.first else { return fields }
      guard comma == UInt8(ascii: ",") else {
        let text = rest.prefix { $0 != UInt8(ascii: ",") }
        throw ValueFault("Text \(text.quoted) follows a closing quote", at: text)
      }
      rest.removeFirst()
    }
  }

  private static func takePlain(_ rest: inout Bytes) throws(ValueFault) -> CSVField {
    let bytes = rest.prefix { $0 != UInt8(ascii: ",") }
    if bytes.contains(UInt8(ascii: "\"")) {
      throw ValueFault("Quote within \(bytes.quoted); it belongs before the whole option", at: bytes)
    }
    rest = rest[bytes.endIndex...]
    return CSVField(range: bytes.range, bytes: bytes)
  }

  /// Takes a field in quotes, in which two quotes stand for one.
  private static func takeQuoted(_ rest: inout Bytes) throws(ValueFault) -> CSVField {
    let start = rest.startIndex
    var joined: [UInt8] = []
    rest.removeFirst()
    while let quote = rest.firstIndex(of: UInt8(ascii: "\"")) {
      let part = rest[..<quote]
      rest = rest[(quote + 1)...]
      guard rest.first == UInt8(ascii: "\"") else {
        let range = SourceRange(start, quote + 1)
        return CSVField(range: range, bytes: joined.isEmpty ? part : (joined + part)[...])
      }
      joined += part + [UInt8(ascii: "\"")]
      rest.removeFirst()
    }
    throw ValueFault("Quote is never closed", at: SourceRange(start, start + 1))
  }
}
