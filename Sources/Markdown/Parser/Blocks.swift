internal import CCmark
internal import Source

extension DocumentParser {
  /// Begins a block; gives its first child if that is to be walked. A block without one has already ended.
  mutating func enter(_ node: CMarkNode) -> CMarkNode? {
    if let step = takeStep(for: node) {
      add(step)
      return nil
    }
    switch node.type {
    case CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_LIST, CMARK_NODE_ITEM:
      enterContainer(node)
      guard let child = node.firstChild else {
        leaveEmptyContainer(node)
        return nil
      }
      return child
    case CMARK_NODE_PARAGRAPH: addParagraph(node)
    case CMARK_NODE_HEADING: addHeading(node)
    case CMARK_NODE_CODE_BLOCK: addCode(node)
    case CMARK_NODE_HTML_BLOCK: addHTMLBlock(node)
    case CMARK_NODE_THEMATIC_BREAK:
      tree.add(.thematicBreak, at: place(start(of: node), passage.trimmedEnd(of: node.startLine)))
    default: break
    }
    return nil
  }

  private mutating func enterContainer(_ node: CMarkNode) {
    let start = passage.inNote(start(of: node))
    switch node.type {
    case CMARK_NODE_BLOCK_QUOTE:
      containers.enterQuote(node.startLine, of: passage)
      tree.begin(.blockQuote, at: start)
    case CMARK_NODE_LIST:
      beginList(node, at: start)
    default:
      containers.enterItem(node.startLine, of: passage)
      tree.begin(.item, at: start)
    }
  }

  private mutating func beginList(_ node: CMarkNode, at start: Int) {
    let index = tree.begin(.list, at: start)
    tree.with(index) {
      if node.isTight { $0.flags.insert(.tight) }
      if node.isOrdered { $0.flags.insert(.ordered) }
      $0.number = node.isOrdered ? node.listStart : 0
    }
  }

  mutating func leave(_ node: CMarkNode) {
    containers.leave(node)
    tree.end()
  }

  private mutating func leaveEmptyContainer(_ node: CMarkNode) {
    containers.leave(node)
    tree.end(at: passage.inNote(passage.trimmedEnd(of: node.startLine)))
  }

  /// Where a block starts, in the passage.
  func start(of node: CMarkNode) -> Int {
    passage.start(of: node.startLine) + node.startColumn
  }

  private mutating func addHTMLBlock(_ node: CMarkNode) {
    let literal = node.literal
    let lines = max(1, literal.occurrences(of: UInt8(ascii: "\n")))
    let range = place(start(of: node), passage.trimmedEnd(of: node.startLine + lines - 1))
    noteRawHTML(literal, at: range)
    tree.add(.htmlBlock, at: range, text: keep(literal))
  }
}
