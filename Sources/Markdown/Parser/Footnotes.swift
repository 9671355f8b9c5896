internal import CCmark
internal import Source

/// The footnotes of a note.
struct Footnotes {
  /// A definition, `[^label]: …`.
  struct Definition {
    let label: String
    /// Where its label and brackets stand.
    let place: SourceRange
    /// Its number in the list of details.
    let item: Int
    /// Counted by first reference; 0 while there is none.
    var number = 0
  }

  private(set) var definitions: [Definition] = []
  /// The indices of the definitions that are referred to, in order.
  private(set) var referenced: [Int] = []
  private var indices: [String: Int] = [:]

  /// Adds a definition; of several with one label the first counts.
  mutating func define(_ definition: Definition) {
    indices[definition.label.lowercased(), default: definitions.count] += 0
    definitions.append(definition)
  }

  /// The number of the footnote with a label, if there is one; it gets one with its first reference.
  mutating func refer(to label: String) -> Int? {
    guard !indices.isEmpty, let index = indices[label.lowercased()] else { return nil }
    if definitions[index].number == 0 {
      referenced.append(index)
      definitions[index].number = referenced.count
    }
    return definitions[index].number
  }

  static func isPartOfLabel(_ byte: UInt8) -> Bool {
    byte > 32 && byte != UInt8(ascii: "[") && byte != UInt8(ascii: "]") && byte != UInt8(ascii: "^")
  }
}

/// Cuts the definitions of footnotes out of a note before libcmark takes `[^1]: word` for a reference definition.
///
/// In the note, spaces stand in their place, so that everything else keeps its place.
struct FootnoteCutter: BlockVisitor {
  let passage: Passage
  let candidates: LineCandidates
  var swallowed = 0
  private var containers = Containers()
  private(set) var bytes: [UInt8]
  private(set) var footnotes = Footnotes()
  private(set) var details = PassageDraft()
  /// What each line is to libcmark.
  private var lines: [Line]

  private enum Line {
    case other
    case text
    case code
  }

  /// Cuts the definitions that begin at the lines found; nothing if all of them are in code.
  init?(_ passage: Passage, _ candidates: LineCandidates) {
    guard !candidates.footnotes.isEmpty, let root = passage.root else { return nil }
    self.passage = passage
    self.candidates = candidates
    bytes = passage.bytes
    lines = Array(repeating: .other, count: passage.lineCount)
    visit(below: root)
    cut()
    guard !footnotes.definitions.isEmpty else { return nil }
  }

  // MARK: What lines are

  mutating func enter(_ node: CMarkNode) -> CMarkNode? {
    switch node.type {
    case CMARK_NODE_PARAGRAPH: mark(node.startLine, node.endLine, .text)
    case CMARK_NODE_CODE_BLOCK: mark(node.startLine, containers.lastLine(ofCode: node, in: passage), .code)
    case CMARK_NODE_HTML_BLOCK:
      mark(node.startLine, node.startLine + node.literal.occurrences(of: UInt8(ascii: "\n")) - 1, .code)
    case CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_LIST, CMARK_NODE_ITEM:
      containers.enter(node, in: passage)
      if let child = node.firstChild { return child }
      containers.leave(node)
    default: break
    }
    return nil
  }

  mutating func leave(_ node: CMarkNode) {
    containers.leave(node)
  }

  private mutating func mark(_ first: Int, _ last: Int, _ kind: Line) {
    for line in first..<max(first, last + 1) where lines.indices.contains(line) { lines[line] = kind }
  }

  // MARK: Cutting

  private mutating func cut() {
    var next = 0
    for (line, label) in candidates.footnotes where line >= next && lines[line] != .code {
      next = cut(from: line, label)
    }
  }

  /// Cuts the definition that begins at `first`; gives the line behind it.
  private mutating func cut(from first: Int, _ label: Range<Int>) -> Int {
    let start = label.lowerBound - 2
    let quotes = passage.bytes[passage.start(of: first)..<start].count { $0 == UInt8(ascii: ">") }
    footnotes.define(
      Footnotes.Definition(
        label: String(decoding: passage.bytes[label], as: UTF8.self),
        place: passage.place(start, label.upperBound + 1), item: footnotes.definitions.count))
    var text = label.upperBound + 2
    let end = passage.end(of: first)
    while text < end, passage.bytes[text].isBlank { text += 1 }
    // A marker of four columns: a definition without text on its first line is indented as much as the others.
    details.append("10. ")
    details.append(passage, text..<end)
    details.endLine()
    blank(start..<end)
    return addLines(after: first, quotes: quotes, hasText: text < end)
  }

  /// Takes the lines that belong to a definition: those that are indented, and those that go on with its paragraph.
  private mutating func addLines(after first: Int, quotes: Int, hasText: Bool) -> Int {
    var hasText = hasText
    var behind = first + 1
    var line = behind
    while line < passage.lineCount, let start = behindQuotes(line, quotes) {
      var text = start
      Containers.skipBlanks(&text, in: passage)
      if text.offset < passage.end(of: line) {
        let isIndented = text.column - start.column >= 4
        guard isIndented || line == behind && hasText && goesOn(line, at: text.offset) else { break }
        if hasText { for _ in behind..<line { details.endLine() } }
        addLine(line, text, indentedBy: text.column - start.column)
        for taken in behind...line { blank(taken, quotes) }
        hasText = true
        behind = line + 1
      }
      line += 1
    }
    return behind
  }

  /// Whether a line that is not indented belongs to the paragraph before it.
  private func goesOn(_ line: Int, at offset: Int) -> Bool {
    lines[line] == .text && passage.bytes[offset] != UInt8(ascii: "[")
  }

  private mutating func addLine(_ line: Int, _ text: Containers.Cursor, indentedBy columns: Int) {
    details.indent(by: max(4, columns))
    details.append(passage, text.offset..<passage.end(of: line))
    details.endLine()
  }

  private mutating func blank(_ line: Int, _ quotes: Int) {
    guard let start = behindQuotes(line, quotes)?.offset else { return }
    blank(min(start, passage.end(of: line))..<passage.end(of: line))
  }

  /// Where a line goes on behind so many marks of quotes; nothing if it has fewer.
  private func behindQuotes(_ line: Int, _ count: Int) -> Containers.Cursor? {
    var cursor = Containers.Cursor(offset: passage.start(of: line), column: 0)
    for _ in 0..<count {
      Containers.skipBlanks(&cursor, in: passage)
      guard cursor.offset < passage.bytes.count, passage.bytes[cursor.offset] == UInt8(ascii: ">") else { return nil }
      cursor.offset += 1
      cursor.column += 1
      Containers.skipBlank(&cursor, in: passage)
    }
    return cursor
  }

  private mutating func blank(_ range: Range<Int>) {
    for index in range { bytes[index] = UInt8(ascii: " ") }
  }
}
