import Markdown
import Source

/// Writes painted code where tags stand in tags: inks in links around terms, these in commands, and all in marked lines.
///
/// A span around inks ends before the line feed and is begun again on the next line where lines are marked, so that
/// tags never cross. The parts of a command, joined with line feeds, are the command.
struct LayeredWriter {
  let commands: [Range<Int>]
  let marked: LineSet
  let terms: [TermPlace]
  /// The holes for the tags around terms.
  private(set) var holes: [Body.Hole] = []
  /// The command that is written, or the next one.
  private var command = 0
  private var isInCommand = false
  /// The term that is written, or the next one.
  private var term = 0
  private var isInTerm = false
  private var line = 1
  private var isInMark = false

  init(commands: [Range<Int>], marked: LineSet, terms: [TermPlace]) {
    self.commands = commands
    self.marked = marked
    self.terms = terms
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

  /// Writes a stretch in one ink, cut where commands and terms begin and end, and at line feeds.
  private mutating func write(_ code: [UInt8], _ start: Int, _ end: Int, _ ink: Ink?, to html: inout ByteWriter) {
    var start = start
    while start < end {
      closeLayers(at: start, to: &html)
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
    if command < commands.count { end = Self.stop(start, end, at: commands[command]) }
    if term < terms.count { end = Self.stop(start, end, at: terms[term].range) }
    guard !marked.isEmpty else { return end }
    return code[start..<end].firstIndex(of: UInt8(ascii: "\n")) ?? end
  }

  /// `end`, or before that where `range` begins or ends.
  private static func stop(_ start: Int, _ end: Int, at range: Range<Int>) -> Int {
    min(end, start < range.lowerBound ? range.lowerBound : range.upperBound)
  }

  private mutating func closeLayers(at start: Int, to html: inout ByteWriter) {
    while term < terms.count, start >= terms[term].range.upperBound {
      closeTerm(at: html.count)
      term += 1
    }
    while command < commands.count, start >= commands[command].upperBound {
      closeCommand(to: &html)
      command += 1
    }
  }

  private mutating func openLayers(at start: Int, to html: inout ByteWriter) {
    if !isInMark, marked.contains(line) {
      html.append("<span class=\"hl\">")
      isInMark = true
    }
    if !isInCommand, command < commands.count, commands[command].contains(start) {
      closeTerm(at: html.count)
      html.append("<span class=\"cmd\">")
      isInCommand = true
    }
    // A term begins where it begins: one that a tag was closed in is not begun again.
    if !isInTerm, term < terms.count, terms[term].range.lowerBound == start {
      holes.append(Body.Hole(.termStart, terms[term].number, at: html.count))
      isInTerm = true
    }
  }

  private mutating func closeTerm(at offset: Int) {
    if isInTerm { holes.append(Body.Hole(.termEnd, terms[term].number, at: offset)) }
    isInTerm = false
  }

  private mutating func closeCommand(to html: inout ByteWriter) {
    closeTerm(at: html.count)
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
