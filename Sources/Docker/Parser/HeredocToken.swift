import Source

/// What opens a heredoc in the line of an instruction: `<<EOF`, `<<-"EOF"`, `3<<EOF`.
///
/// The builder looks for it among the words of the whole line, as its own lexer for words splits it. Where that lexer
/// fails, as it does at an open quote, the line has no heredoc.
struct HeredocToken {
  let range: SourceRange
  let name: [UInt8]
  let nameRange: SourceRange
  let isExpanded: Bool
  let stripsTabs: Bool

  /// The tokens in a line, in order.
  static func all(in line: Bytes) -> [HeredocToken] {
    guard line.contains("<<") else { return [] }
    return (HeredocWords.split(line) ?? []).compactMap { HeredocToken($0) }
  }

  /// The token that a word is.
  init?(_ word: Bytes) {
    var rest = word.drop { $0.isDigit }
    guard rest.hasPrefix("<<") else { return nil }
    rest = rest.dropFirst(2)
    stripsTabs = rest.first == UInt8(ascii: "-")
    if stripsTabs { rest = rest.dropFirst() }
    rest = rest.drop { $0.isSpace }
    guard !rest.isEmpty, !rest.contains(UInt8(ascii: "<")) else { return nil }
    var name: [UInt8] = []
    var quote: UInt8?
    var index = rest.startIndex
    var hasQuotes = false
    while index < rest.endIndex {
      let byte = rest[index]
      index += 1
      if byte == quote {
        quote = nil
      } else if quote == nil, byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        quote = byte
        hasQuotes = true
      } else if byte == UInt8(ascii: "\\"), quote != UInt8(ascii: "'"), index < rest.endIndex {
        name.append(rest[index])
        index += 1
      } else {
        name.append(byte)
      }
    }
    guard !name.isEmpty else { return nil }
    self.name = name
    isExpanded = !hasQuotes
    range = word.range
    nameRange = rest.range
  }
}
