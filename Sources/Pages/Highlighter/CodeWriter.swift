import Source

/// Writes painted code as HTML.
enum CodeWriter {
  /// Writes `code`, escaped, in the inks of `language`, with the lines of `marked` wrapped.
  static func write(
    _ code: ArraySlice<UInt8>, in language: Language, marking marked: LineSet, to html: inout ByteWriter
  ) {
    if language.isText, marked.isEmpty { return html.append(content: code.span, 0..<code.count) }
    var painter = Painter(code)
    language.paint(&painter)
    painter.flush()
    if !marked.isEmpty || !painter.commands.isEmpty {
      var layers = LayeredWriter(commands: painter.commands, marked: marked)
      layers.write(painter, to: &html)
    } else if ByteWriter.isContent(painter.code.span) {
      writeTokens(of: painter, to: &html) { $2.append($0, $1) }
    } else {
      writeTokens(of: painter, to: &html) { $2.append(content: $0, $1) }
    }
  }

  /// Writes the tokens and what is between them; `append` writes the text of both.
  @inline(__always)
  private static func writeTokens(
    of painter: borrowing Painter, to html: inout ByteWriter,
    _ append: (Span<UInt8>, Range<Int>, inout ByteWriter) -> Void
  ) {
    let code = painter.code.span
    var position = 0
    for token in painter.tokens {
      let start = Int(token.start)
      if position < start { append(code, position..<start, &html) }
      position = Int(token.end)
      openTag(token.ink, to: &html)
      append(code, start..<position, &html)
      html.append("</span>")
    }
    if position < code.count { append(code, position..<code.count, &html) }
  }

  @inline(__always)
  static func openTag(_ ink: Ink, to html: inout ByteWriter) {
    html.append("<span class=\"")
    html.append(ink.rawValue)
    html.append("\">")
  }
}

/// Writes painted code where spans stand in spans: inks in commands, and both in marked lines.
///
/// A span around inks ends before the line feed and is begun again on the next line where lines are marked, so that
/// tags never cross. The parts of a command, joined with line feeds, are the command.
private struct LayeredWriter {
  let commands: [Range<Int>]
  let marked: LineSet
  /// The command that is written, or the next one.
  private var command = 0
  private var isInCommand = false
  private var line = 1
  private var isInMark = false

  init(commands: [Range<Int>], marked: LineSet) {
    self.commands = commands
    self.marked = marked
  }

  mutating func write(_ painter: borrowing Painter, to html: inout ByteWriter) {
    var position = 0
    for token in painter.tokens {
      write(painter.code, position, Int(token.start), nil, to: &html)
      position = Int(token.end)
      write(painter.code, Int(token.start), position, token.ink, to: &html)
    }
    write(painter.code, position, painter.code.count, nil, to: &html)
    closeCommand(to: &html)
    if isInMark { html.append("</span>") }
  }

  /// Writes a stretch in one ink, cut where commands begin and end, and at line feeds.
  private mutating func write(_ code: [UInt8], _ start: Int, _ end: Int, _ ink: Ink?, to html: inout ByteWriter) {
    var start = start
    while start < end {
      if command < commands.count, start >= commands[command].upperBound {
        closeCommand(to: &html)
        command += 1
        continue
      }
      openLayers(at: start, to: &html)
      if code[start] == UInt8(ascii: "\n"), !marked.isEmpty {
        endLine(to: &html)
        start += 1
      } else {
        let stop = stop(code, start, end)
        if let ink { CodeWriter.openTag(ink, to: &html) }
        html.append(content: code.span, start..<stop)
        if ink != nil { html.append("</span>") }
        start = stop
      }
    }
  }

  /// How far the text from `start` on can be written at once.
  private func stop(_ code: [UInt8], _ start: Int, _ end: Int) -> Int {
    var end = end
    if command < commands.count {
      let range = commands[command]
      end = min(end, start < range.lowerBound ? range.lowerBound : range.upperBound)
    }
    guard !marked.isEmpty else { return end }
    return code[start..<end].firstIndex(of: UInt8(ascii: "\n")) ?? end
  }

  private mutating func openLayers(at start: Int, to html: inout ByteWriter) {
    if !isInMark, marked.contains(line) {
      html.append("<span class=\"hl\">")
      isInMark = true
    }
    if !isInCommand, command < commands.count, commands[command].contains(start) {
      html.append("<span class=\"cmd\">")
      isInCommand = true
    }
  }

  private mutating func closeCommand(to html: inout ByteWriter) {
    if isInCommand { html.append("</span>") }
    isInCommand = false
  }

  private mutating func endLine(to html: inout ByteWriter) {
    closeCommand(to: &html)
    html.append(UInt8(ascii: "\n"))
    if isInMark { html.append("</span>") }
    isInMark = false
    line += 1
  }
}
