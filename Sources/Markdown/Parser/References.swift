internal import CCmark

/// Collects the reference definitions of a passage, so that parts of it that are parsed apart know them too.
///
/// libcmark keeps them to itself: they are in the lines that no block of its tree has, and at the start of paragraphs.
struct References: BlockVisitor {
  let passage: Passage
  var swallowed = 0
  /// The definitions, without the marks of quotes and lists before them.
  private(set) var text: [UInt8] = []
  private var nextLine = 0

  /// The definitions in `passage`.
  static func collected(from passage: Passage) -> [UInt8] {
    var references = References(passage: passage)
    guard let root = passage.root else { return [] }
    references.visit(below: root)
    references.take(upTo: passage.lineCount)
    return references.text
  }

  private init(passage: Passage) {
    self.passage = passage
  }

  mutating func enter(_ node: CMarkNode) -> CMarkNode? {
    if let child = node.firstChild, node.type != CMARK_NODE_PARAGRAPH, node.type != CMARK_NODE_HEADING { return child }
    switch node.type {
    case CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_LIST, CMARK_NODE_ITEM: break
    case CMARK_NODE_CODE_BLOCK, CMARK_NODE_HTML_BLOCK:
      take(upTo: node.startLine)
      nextLine = node.startLine + max(1, node.literal.occurrences(of: UInt8(ascii: "\n")))
    default:
      // What is before a paragraph's text may be definitions: all of it is tried.
      let isText = node.type == CMARK_NODE_PARAGRAPH || node.type == CMARK_NODE_HEADING
      take(upTo: isText ? node.endLine + 1 : node.startLine)
      nextLine = max(node.startLine, node.endLine) + 1
    }
    return nil
  }

  mutating func leave(_ node: CMarkNode) {}

  /// Takes the stretches of the lines before `line` that begin with a bracket.
  private mutating func take(upTo line: Int) {
    var isOpen = false
    for line in nextLine..<max(nextLine, line) {
      let range = unmarked(line)
      let isBracket = !range.isEmpty && passage.bytes[range.lowerBound] == UInt8(ascii: "[")
      isOpen = !range.isEmpty && (isOpen || isBracket)
      if isOpen {
        text.append(contentsOf: passage.bytes[range])
        text.append(UInt8(ascii: "\n"))
      }
    }
    if text.last == UInt8(ascii: "\n") { text.append(UInt8(ascii: "\n")) }
  }

  /// A line without what looks like the marks of quotes and lists.
  private func unmarked(_ line: Int) -> Range<Int> {
    let end = passage.trimmedEnd(of: line)
    var start = passage.start(of: line)
    while start < end {
      let byte = passage.bytes[start]
      let isBullet = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "*")
      guard byte.isBlank || byte == UInt8(ascii: ">") || isBullet || byte.isDigit || byte == UInt8(ascii: ".") else {
        break
      }
      start += 1
    }
    return min(start, end)..<end
  }
}
