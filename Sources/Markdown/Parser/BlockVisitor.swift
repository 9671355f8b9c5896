internal import CCmark

/// Something that goes over libcmark's blocks in order.
protocol BlockVisitor {
  /// How many blocks behind the last one are to be left out.
  var swallowed: Int { get set }

  /// Begins a block; gives its first child if that is to be visited. A block without one has already ended.
  mutating func enter(_ node: CMarkNode) -> CMarkNode?

  /// Ends a block whose children were visited.
  mutating func leave(_ node: CMarkNode)
}

extension BlockVisitor {
  /// Visits the blocks below `root`, in a loop: quotes may be nested ten thousand deep.
  mutating func visit(below root: CMarkNode) {
    guard var node = root.firstChild else { return }
    while true {
      if let child = enter(node) {
        node = child
        continue
      }
      while true {
        if let next = nextSibling(of: node) {
          node = next
          break
        }
        guard let parent = node.parent, parent != root else { return }
        node = parent
        leave(node)
      }
    }
  }

  private mutating func nextSibling(of node: CMarkNode) -> CMarkNode? {
    var next = node.next
    while swallowed > 0 {
      next = next?.next
      swallowed -= 1
    }
    return next
  }
}

extension Containers {
  /// Goes into a quote or list item; other blocks have no mark of their own.
  mutating func enter(_ node: CMarkNode, in passage: borrowing Passage) {
    switch node.type {
    case CMARK_NODE_BLOCK_QUOTE: enterQuote(node.startLine, of: passage)
    case CMARK_NODE_ITEM: enterItem(node.startLine, of: passage)
    default: break
    }
  }

  mutating func leave(_ node: CMarkNode) {
    if node.type == CMARK_NODE_BLOCK_QUOTE || node.type == CMARK_NODE_ITEM { leave() }
  }

  /// By how many columns the text of a line is indented behind the marks of the containers.
  func indentation(of line: Int, in passage: borrowing Passage) -> Int {
    var cursor = prefix(of: line, in: passage).cursor
    let column = cursor.column
    Self.skipBlanks(&cursor, in: passage)
    return cursor.column - column
  }

  /// The text of a line behind the marks of the containers and its indentation.
  func text(of line: Int, in passage: borrowing Passage) -> Range<Int> {
    var cursor = prefix(of: line, in: passage).cursor
    Self.skipBlanks(&cursor, in: passage)
    let end = passage.trimmedEnd(of: line)
    return min(cursor.offset, end)..<end
  }

  // MARK: Code

  /// Whether a code block stands between fences; indented code may have fences as its text.
  func isFenced(_ node: CMarkNode, in passage: borrowing Passage) -> Bool {
    indentation(of: node.startLine, in: passage) < 4
  }

  /// The last line of a code block, its closing fence included.
  func lastLine(ofCode node: CMarkNode, in passage: borrowing Passage) -> Int {
    lastLine(ofCode: node, lines: node.literal.occurrences(of: UInt8(ascii: "\n")), in: passage)
  }

  /// The same for a code block with so many lines of code.
  func lastLine(ofCode node: CMarkNode, lines: Int, in passage: borrowing Passage) -> Int {
    guard isFenced(node, in: passage) else { return node.startLine + max(0, lines - 1) }
    let closing = node.startLine + lines + 1
    let opening = passage.start(of: node.startLine) + node.startColumn
    return isClosingFence(closing, for: opening, in: passage) ? closing : closing - 1
  }

  private func isClosingFence(_ line: Int, for opening: Int, in passage: borrowing Passage) -> Bool {
    guard line < passage.lineCount, prefix(of: line, in: passage).isComplete else { return false }
    let text = text(of: line, in: passage)
    let mark = passage.bytes[opening]
    let length = passage.bytes[opening...].prefix { $0 == mark }.count
    return text.count >= length && passage.bytes[text].allSatisfy { $0 == mark }
  }
}
