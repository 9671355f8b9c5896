import Source

/// Splits the arguments of an instruction into words.
struct WordReader {
  private let text: Bytes
  private let escape: UInt8
  private var index: Int

  /// The words between white space; quotes protect nothing.
  static func plainWords(in text: Bytes) -> [SourceRange] {
    var words: [SourceRange] = []
    var index = text.startIndex
    while index < text.endIndex {
      let end = text[index...].firstIndex { Space.separatesWords($0) } ?? text.endIndex
      words.append(SourceRange(index, end))
      index = text[end...].firstIndex { !Space.separatesWords($0) } ?? text.endIndex
    }
    return words
  }

  /// The words of a shell: quotes and `escape` protect white space. They keep their quotes.
  static func words(in text: Bytes, escape: UInt8) -> [SourceRange] {
    var reader = WordReader(text: text, escape: escape, index: text.startIndex)
    return reader.read()
  }

  private mutating func read() -> [SourceRange] {
    var words: [SourceRange] = []
    while true {
      index = Space.trimmedAtFront(text[index...]).startIndex
      guard index < text.endIndex else { return words }
      let word = word()
      if !word.isEmpty { words.append(word) }
    }
  }

  /// Takes a word. An escape character at the very end is no part of it.
  private mutating func word() -> SourceRange {
    let start = index
    var end = start
    var quote: UInt8?
    while index < text.endIndex {
      let byte = text[index]
      if byte == escape, quote != UInt8(ascii: "'") {
        index += 1
        guard index < text.endIndex else { break }
      } else if quote == nil {
        if Space.length(in: text, at: index) > 0 { break }
        if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") { quote = byte }
      } else if byte == quote {
        quote = nil
      }
      index += 1
      end = index
    }
    return SourceRange(start, end)
  }
}
