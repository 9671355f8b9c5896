import Markdown
import Source

/// Writes painted code as HTML.
enum CodeWriter {
  /// Writes `code`, escaped, in the inks of `language`, with the lines of `marked` wrapped and holes around `terms`.
  static func write(
    _ code: ArraySlice<UInt8>, in language: Language, marking marked: LineSet, linking terms: [TermPlace] = [],
    to html: inout ByteWriter, leaving holes: inout [Body.Hole]
  ) {
    if language.isText, marked.isEmpty, terms.isEmpty { return html.append(content: code.span, 0..<code.count) }
    var painter = Painter(code)
    language.paint(&painter)
    painter.flush()
    if !marked.isEmpty || !painter.commands.isEmpty || !terms.isEmpty {
      var layers = LayeredWriter(commands: painter.commands, marked: marked, terms: terms)
      layers.write(painter, to: &html)
      holes += layers.holes
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
