internal import CCmark
internal import Source

extension DocumentParser {
  /// Walks the inline nodes of a block in a loop, and its text in step with them.
  mutating func walkInlines(of block: CMarkNode) {
    if let first = block.firstChild { walkInlines(of: block, from: first) }
  }

  /// The same with some of its children: from one up to another, or to the last.
  mutating func walkInlines(of block: CMarkNode, from first: CMarkNode, upTo end: CMarkNode? = nil) {
    guard first != end else { return }
    var node = first
    while true {
      if let child = enterInline(node) {
        node = child
        continue
      }
      while true {
        if let next = node.next {
          guard next != end else { return }
          node = next
          break
        }
        guard let parent = node.parent, parent != block else { return }
        node = parent
        leaveInline(node)
      }
    }
  }

  private mutating func enterInline(_ node: CMarkNode) -> CMarkNode? {
    guard position < shown.upperBound else { return nil }
    switch node.type {
    case CMARK_NODE_TEXT: addText(node.literal)
    case CMARK_NODE_SOFTBREAK: addBreak(.softBreak)
    case CMARK_NODE_LINEBREAK: addBreak(.lineBreak)
    case CMARK_NODE_CODE: addCode(node.literal)
    case CMARK_NODE_HTML_INLINE: addRawHTML(node.literal)
    case CMARK_NODE_EMPH, CMARK_NODE_STRONG: return enterEmphasis(node)
    case CMARK_NODE_LINK, CMARK_NODE_IMAGE: return enterLink(node)
    default: break
    }
    return nil
  }

  private mutating func leaveInline(_ node: CMarkNode) {
    switch node.type {
    case CMARK_NODE_EMPH: leaveEmphasis(1)
    case CMARK_NODE_STRONG: leaveEmphasis(2)
    default: leaveLink()
    }
  }

  // MARK: Leaves

  private mutating func addBreak(_ kind: Node.Kind) {
    let start = position
    let end = skipBreak(isHard: kind == .lineBreak)
    headingText?.append(UInt8(ascii: " "))
    tree.add(kind, at: inlinePlace(start, min(end, content.count)))
  }

  /// Goes on to the next line of the text; gives the end of this one.
  @discardableResult
  mutating func skipBreak(isHard: Bool) -> Int {
    var end = position
    let isBackslash = isHard && content[end] == UInt8(ascii: "\\")
    if isBackslash { end += 1 }
    // libcmark takes every kind of white space from the end of a line.
    while content[end].isSpace, content[end] != UInt8(ascii: "\n") { end += 1 }
    if content[end] != UInt8(ascii: "\n") { isLost = true }
    guard !isLost else { return position }
    position = end + 1
    var text = position
    while content[text].isBlank { text += 1 }
    // A lazy line keeps its indentation; behind a backslash libcmark makes a text of it, which is not shown.
    if isBackslash { shown = text..<shown.upperBound } else { position = text }
    return end + 1
  }

  private mutating func addCode(_ literal: CMarkText) {
    let start = position
    let length = backticks(at: start)
    var end = start + length
    while end < content.count {
      let run = backticks(at: end)
      end += max(run, 1)
      if run == length { break }
    }
    if length == 0 { isLost = true }
    let range = inlinePlace(start, end)
    if !isLost { position = end }
    unsafe noteHeading(literal.bytes)
    let isWritten = isDirect && range.count == literal.count + 2 * length && content.holds(literal, at: start + length)
    let text = isWritten ? TextSlice(start: range.start + length, count: literal.count) : keep(literal)
    tree.add(.code, at: range, text: text)
  }

  private func backticks(at index: Int) -> Int {
    var end = index
    while content[end] == UInt8(ascii: "`") { end += 1 }
    return end - index
  }

  private mutating func addRawHTML(_ literal: CMarkText) {
    if !content.holds(literal, at: position) { isLost = true }
    let range = inlinePlace(position, position + literal.count)
    if !isLost { position += literal.count }
    noteRawHTML(literal, at: range)
    tree.add(.htmlInline, at: range, text: keep(literal))
  }

  // MARK: Emphasis

  private mutating func enterEmphasis(_ node: CMarkNode) -> CMarkNode? {
    let isStrong = node.type == CMARK_NODE_STRONG
    let length = isStrong ? 2 : 1
    expectDelimiters(length)
    let start = inlinePlace(position, position + length).start
    tree.begin(isStrong ? .strong : .emphasis, at: start)
    if !isLost { position += length }
    guard let child = node.firstChild else {
      leaveEmphasis(length)
      return nil
    }
    return child
  }

  private mutating func leaveEmphasis(_ length: Int) {
    expectDelimiters(length)
    let range = inlinePlace(position, position + length)
    if !isLost { position += length }
    tree.end(at: range.end)
  }

  private mutating func expectDelimiters(_ length: Int) {
    let mark = content[min(position, content.count)]
    let isDelimiter = mark == UInt8(ascii: "*") || mark == UInt8(ascii: "_")
    if !isDelimiter || content[position + length - 1] != mark { isLost = true }
  }
}
