internal import CCmark
internal import Source

/// Looks at the blocks of a passage before the walk, finds tables and definition lists in its paragraphs, and drafts the
/// passages that hold their parts.
struct Planner: BlockVisitor {
  let passage: Passage
  let candidates: LineCandidates
  var containers = Containers()
  var swallowed = 0
  var plan = Plan()
  var cells = PassageDraft()
  var details: PassageDraft
  /// How many items the details have.
  var detailCount: Int
  /// Whether definitions are looked for; they may be nested, but not without end.
  let findsDefinitions: Bool

  init(_ passage: Passage, _ candidates: LineCandidates, details: PassageDraft, detailCount: Int, depth: Int) {
    self.passage = passage
    self.candidates = candidates
    self.details = details
    self.detailCount = detailCount
    findsDefinitions = depth < 8 && !candidates.definitions.isEmpty
  }

  mutating func enter(_ node: CMarkNode) -> CMarkNode? {
    switch node.type {
    case CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_LIST, CMARK_NODE_ITEM:
      containers.enter(node, in: passage)
      if let child = node.firstChild { return child }
      containers.leave(node)
    case CMARK_NODE_PARAGRAPH:
      if !planTable(node, lastLine: node.endLine), findsDefinitions { planDefinitions(node) }
    case CMARK_NODE_HEADING:
      planTable(node, lastLine: node.endLine - 1)
    default: break
    }
    return nil
  }

  mutating func leave(_ node: CMarkNode) {
    containers.leave(node)
  }

  /// The first line of a paragraph that is not part of a reference definition.
  func firstLine(of node: CMarkNode, upTo last: Int) -> Int {
    let start = passage.start(of: node.startLine) + node.startColumn
    guard start < passage.bytes.count, passage.bytes[start] == UInt8(ascii: "[") else { return node.startLine }
    var content = Content()
    for line in node.startLine...max(last, node.startLine) {
      if line > node.startLine { content.endLine() }
      content.append(passage, containers.text(of: line, in: passage))
    }
    content.finish()
    let syntax = LinkSyntax(content)
    var end = 0
    while let definition = syntax.definition(at: end) { end = definition.end }
    return node.startLine + content.bytes[..<end].count { $0 == UInt8(ascii: "\n") }
  }

  /// Where the first of some ordered lines is that is not before `line`.
  static func position(in lines: [Int], notBefore line: Int) -> Int {
    var low = 0
    var high = lines.count
    while low < high {
      let middle = (low + high) / 2
      if lines[middle] < line { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
