/// A heredoc: its mark in a command (`<<EOF`), and the text that begins at the next line.
struct Heredoc {
  /// The whole mark.
  private let mark: Range<Int>
  /// The word that ends the text, without quotes.
  private let delimiter: Range<Int>
  /// Whether the text may be indented with tabs (`<<-`).
  private let stripsTabs: Bool
  /// Whether the word was quoted, so that nothing in the text is expanded.
  private let isQuoted: Bool
  /// What the text is written in, unless it shows something else.
  var language: Language?

  /// The mark at `start`; nil if there is none.
  init?(at start: Int, _ painter: borrowing Painter) {
    guard painter.has("<<", at: start), painter[start &+ 2] != UInt8(ascii: "<") else { return nil }
    stripsTabs = painter[start &+ 2] == UInt8(ascii: "-") || painter[start &+ 2] == UInt8(ascii: "~")
    var position = painter.afterBlanks(start &+ (stripsTabs ? 3 : 2))
    let quote = painter[position]
    isQuoted = quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "\\")
    if isQuoted { position &+= 1 }
    let word = position
    while Self.delimits(painter[position]), position - word < 64 { position &+= 1 }
    guard position > word, !painter.code[word].isDigit else { return nil }
    delimiter = word..<position
    mark = start..<(isQuoted && painter[position] == quote ? position &+ 1 : position)
  }

  private static func delimits(_ byte: UInt8) -> Bool {
    byte.continuesWord || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!")
  }

  /// Paints the mark and goes behind it.
  func paintMark(_ painter: inout Painter) {
    painter.paint(.option, from: mark.lowerBound, to: mark.lowerBound + (stripsTabs ? 3 : 2))
    painter.paint(.keyword, from: delimiter.lowerBound - (isQuoted ? 1 : 0), to: mark.upperBound)
    painter.index = mark.upperBound
  }

  /// Paints the text, which starts here, and the line that ends it.
  func paintText(_ painter: inout Painter) {
    let (text, next) = extent(painter)
    let start = painter.index
    if let language = Sniffer.language(of: painter, from: start, to: text) ?? language {
      painter.embed(language, to: text)
    } else if isQuoted {
      painter.take(.string, to: text)
    } else {
      painter.inside(text) { painter in
        var lexer = ShellLexer()
        lexer.context = .text
        lexer.run(&painter)
      }
    }
    painter.take(.keyword, to: next)
    if painter.byte == UInt8(ascii: "\r") { painter.index &+= 1 }
    if painter.byte == UInt8(ascii: "\n") { painter.index &+= 1 }
  }

  /// Where the text ends, and where the delimiter behind it ends.
  private func extent(_ painter: borrowing Painter) -> (text: Int, delimiter: Int) {
    var line = painter.index
    while line < painter.end {
      let end = painter.lineEnd(from: line)
      if let stop = delimiterEnd(painter, from: line, to: end) { return (line, stop) }
      line = end &+ 1
    }
    return (painter.end, painter.end)
  }

  /// Where the delimiter ends, if the line is one.
  func delimiterEnd(_ painter: borrowing Painter, from line: Int, to end: Int) -> Int? {
    let word = stripsTabs ? painter.afterBlanks(line) : line
    let stop = word &+ delimiter.count
    return painter.trimmed(end, from: word) == stop && matches(painter, at: word) ? stop : nil
  }

  private func matches(_ painter: borrowing Painter, at word: Int) -> Bool {
    for offset in 0..<delimiter.count where painter.code[word + offset] != painter.code[delimiter.lowerBound + offset] {
      return false
    }
    return true
  }
}

/// Tells from its first lines what an embedded text is written in.
enum Sniffer {
  static func language(of painter: borrowing Painter, from start: Int, to end: Int) -> Language? {
    var line = start
    while line < end {
      let position = painter.afterBlanks(line)
      let byte = painter[position]
      if byte == UInt8(ascii: "#"), painter[position &+ 1] == UInt8(ascii: "!") { return script(painter, position) }
      if byte != UInt8(ascii: "#"), byte != UInt8(ascii: "\n"), byte != UInt8(ascii: "\r") {
        return language(painter, position)
      }
      line = painter.lineEnd(from: position) &+ 1
    }
    return nil
  }

  /// The language of a script, by its first line.
  private static func script(_ painter: borrowing Painter, _ start: Int) -> Language? {
    let end = painter.lineEnd(from: start)
    var position = start
    while position < end {
      if painter.has("python", at: position) { return .python }
      if painter.has("node", at: position) { return .javascript }
      if painter.has("sh", at: position), !painter[position &+ 2].isLetter { return .shell }
      position &+= 1
    }
    return nil
  }

  private static func language(_ painter: borrowing Painter, _ start: Int) -> Language? {
    switch painter[start] {
    case UInt8(ascii: "{"): return .json
    case UInt8(ascii: "<"): return .html
    case UInt8(ascii: "["): return .ini
    case UInt8(ascii: "-") where painter.has("---", at: start): return .yaml
    default: break
    }
    if painter.has("FROM ", at: start) { return .dockerfile }
    var end = start
    while isKeyByte(painter[end]) { end &+= 1 }
    guard end > start, painter[end] == UInt8(ascii: ":"), painter[end &+ 1].isSpace else { return nil }
    return .yaml
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    byte.continuesWord || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/")
  }
}
