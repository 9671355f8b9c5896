/// The lines of a passage at which libcmark does not see what stands there: found in one look at the front of each line.
struct LineCandidates {
  /// Lines that may be the delimiter row of a table.
  private(set) var delimiterRows: [Int] = []
  /// Lines that may begin a definition, with `: `.
  private(set) var definitions: [Int] = []
  /// Lines that may begin a footnote, with `[^label]:`; and where the label stands.
  private(set) var footnotes: [(line: Int, label: Range<Int>)] = []

  /// Whether there is nothing that libcmark would not see.
  var isEmpty: Bool { delimiterRows.isEmpty && definitions.isEmpty && footnotes.isEmpty }

  init(_ passage: borrowing Passage) {
    let bytes = passage.bytes.span
    for line in 0..<passage.lineCount { look(at: line, bytes, passage) }
  }

  @inline(__always)
  private mutating func look(at line: Int, _ bytes: Span<UInt8>, _ passage: borrowing Passage) {
    var index = passage.start(of: line)
    while index < bytes.count, bytes[index].isBlank || bytes[index] == UInt8(ascii: ">") { index += 1 }
    guard index < bytes.count else { return }
    switch bytes[index] {
    case UInt8(ascii: ":"):
      let isBlank = index + 1 >= bytes.count || bytes[index + 1].isSpace
      if isBlank { definitions.append(line) }
      fallthrough
    case UInt8(ascii: "|"), UInt8(ascii: "-"):
      if Self.isDelimiterRow(bytes, index, passage.end(of: line)) { delimiterRows.append(line) }
    case UInt8(ascii: "["):
      if let label = Self.footnoteLabel(bytes, index, passage.end(of: line)) { footnotes.append((line, label)) }
    default: break
    }
  }

  private static func isDelimiterRow(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var hasDash = false
    var hasMark = false
    for index in start..<max(start, end) {
      switch bytes[index] {
      case UInt8(ascii: "-"): hasDash = true
      case UInt8(ascii: "|"), UInt8(ascii: ":"): hasMark = true
      case UInt8(ascii: " "), UInt8(ascii: "\t"): break
      default: return false
      }
    }
    return hasDash && hasMark
  }

  /// The label of `[^label]:`, without blanks or brackets.
  private static func footnoteLabel(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Range<Int>? {
    guard start + 4 < end, bytes[start + 1] == UInt8(ascii: "^") else { return nil }
    var index = start + 2
    while index < end, Footnotes.isPartOfLabel(bytes[index]) { index += 1 }
    guard index > start + 2, index + 1 < end else { return nil }
    return bytes[index] == UInt8(ascii: "]") && bytes[index + 1] == UInt8(ascii: ":") ? start + 2..<index : nil
  }
}
