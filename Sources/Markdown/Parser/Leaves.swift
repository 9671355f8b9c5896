internal import CCmark
internal import Source

extension DocumentParser {
  /// Reads the text of a paragraph's lines, without the reference definitions at its start.
  mutating func read(paragraph node: CMarkNode, lines: ClosedRange<Int>) {
    content.clear()
    if containers.isEmpty, !passage.hasReturns, isFlush(lines) {
      content.append(passage, start(of: node)..<passage.end(of: lines.upperBound))
    } else {
      content.append(passage, start(of: node)..<passage.end(of: lines.lowerBound))
      for line in lines.dropFirst() {
        content.endLine()
        append(line)
      }
    }
    finishReading()
    skipDefinitions()
  }

  /// Whether no line but the first is indented.
  private func isFlush(_ lines: ClosedRange<Int>) -> Bool {
    for line in lines.dropFirst() where passage.bytes[passage.start(of: line)].isBlank { return false }
    return true
  }

  /// Appends a paragraph's further line. A lazy line keeps its indentation; what is left of a tab are spaces.
  private mutating func append(_ line: Int) {
    let prefix = containers.prefix(of: line, in: passage)
    var cursor = prefix.cursor
    if prefix.isComplete {
      Containers.skipBlanks(&cursor, in: passage)
    } else if cursor.isInTab {
      content.indent(by: 4 - cursor.column % 4)
      cursor.offset += 1
    }
    let end = passage.end(of: line)
    content.append(passage, min(cursor.offset, end)..<end)
  }

  /// Reads the text of a heading that begins with `#`; false if this one does not.
  mutating func readHashHeading(_ node: CMarkNode) -> Bool {
    let bytes = passage.bytes
    var start = start(of: node)
    var end = passage.trimmedEnd(of: node.startLine)
    let mark = start
    while start < end, bytes[start] == UInt8(ascii: "#") { start += 1 }
    guard start > mark, start - mark <= 6, start == end || bytes[start].isBlank else { return false }
    while start < end, bytes[start].isBlank { start += 1 }
    var closing = end
    while closing > mark, bytes[closing - 1] == UInt8(ascii: "#") { closing -= 1 }
    if closing < end, closing > mark, bytes[closing - 1].isBlank { end = max(start, closing) }
    content.clear()
    content.append(passage, start..<max(start, end))
    finishReading()
    return true
  }

  private mutating func finishReading() {
    content.finish()
    position = 0
    nextTrigger = 0
    isLost = false
    directOrigin = passage.isLifted ? -1 : content.directOrigin
    linkDepth = 0
    imageDepth = 0
    shown = 0..<Int.max
    delimiters.clear()
    findBlock()
  }

  private mutating func findBlock() {
    let range = content.origin(position, max(position, content.count))
    block = place(range.start, range.end)
  }

  private mutating func skipDefinitions() {
    guard content.count > 0, content[0] == UInt8(ascii: "[") else { return }
    let syntax = LinkSyntax(content)
    while let definition = syntax.definition(at: position) { position = definition.end }
    findBlock()
  }

  // MARK: Code

  /// Adds a code block; fences with a `tab` that follow each other get a node around them.
  mutating func addCode(_ node: CMarkNode) {
    guard dialect == .notes, hasTab(node) else { return addCodeBlock(node) }
    let goesOn = node.next.map(hasTab) ?? false
    let isWithin = tree.nodes[tree.current].kind == .tabs
    if goesOn, !isWithin { tree.begin(.tabs, at: passage.inNote(start(of: node))) }
    addCodeBlock(node)
    if !goesOn, isWithin { tree.end() }
  }

  private func hasTab(_ node: CMarkNode) -> Bool {
    guard node.type == CMARK_NODE_CODE_BLOCK else { return false }
    let info = node.fenceInfo
    guard info.count > 4, info.occurrences(of: UInt8(ascii: "=")) > 0 else { return false }
    return FenceInfo(info.string)["tab"] != nil
  }

  private mutating func addCodeBlock(_ node: CMarkNode) {
    let literal = node.literal
    let lines = literal.occurrences(of: UInt8(ascii: "\n"))
    let start = start(of: node)
    let isFenced = containers.isFenced(node, in: passage)
    let last = containers.lastLine(ofCode: node, lines: lines, in: passage)
    let range = place(start, max(start, passage.trimmedEnd(of: last)))
    let index = tree.add(.codeBlock, at: range, text: keep(literal))
    guard isFenced else { return tree.with(index) { $0.number = -1 } }
    let info = node.fenceInfo
    let detail = keep(info)
    tree.with(index) {
      $0.flags.insert(.fenced)
      $0.detail = detail
      $0.number = Int32(fences.count)
    }
    let content = fragment(literal, line: node.startLine + 1, count: lines)
    fences.append(Fence(info: FenceInfo(tree.string(detail)), content: content, range: range))
  }

  /// The code of a fence; its lines end where those of the note end.
  private func fragment(_ literal: CMarkText, line: Int, count: Int) -> SourceText {
    let start = passage.start(of: line)
    if !passage.isLifted, passage.start(of: line + count) - start == literal.count,
      source.bytes.holds(literal, at: start)
    {
      return source.fragment(SourceRange(start, start + literal.count))
    }
    let written = (line..<line + count).map { place(passage.start(of: $0), passage.end(of: $0)) }
    return source.fragment(unsafe Array(literal.bytes), writtenAt: written)
  }
}
