internal import CCmark
internal import Source

/// A definition list in the making.
///
/// ```markdown
/// Term
/// : A definition
///
///   that goes on where it is indented as far as its text
/// ```
struct DefinitionDraft {
  var list = Plan.DefinitionList()
  /// The block that was taken last, and its last line.
  var node: CMarkNode
  var line: Int
  /// How many blocks behind the first were taken.
  var swallowed = 0
  /// How many columns belong to the mark of the last definition; endless behind a term.
  var width = Int.max
  /// Whether the last definition has text already.
  var hasText = false
}

extension Planner {
  /// Plans a definition list if `node` is, or begins with, terms that definitions follow.
  mutating func planDefinitions(_ node: CMarkNode) {
    guard beginsGroup(node) else { return }
    var draft = DefinitionDraft(node: node, line: node.startLine)
    draft.list.start = passage.inNote(
      containers.text(of: firstLine(of: node, upTo: node.endLine), in: passage).lowerBound)
    addGroup(node, to: &draft)
    while let next = draft.node.next, isBlank(draft.line + 1..<next.startLine) {
      let isApart = next.startLine > draft.line + 1
      if containers.indentation(of: next.startLine, in: passage) >= draft.width {
        addContinuation(next, to: &draft)
      } else if next.type == CMARK_NODE_PARAGRAPH, isDefinition(next.startLine) {
        addGroup(next, to: &draft)
      } else if beginsGroup(next) {
        addGroup(next, to: &draft)
        draft.swallowed += 1
        continue
      } else {
        break
      }
      draft.swallowed += 1
      if isApart { draft.list.isTight = false }
    }
    plan.steps.append(Plan.Step(node: node, swallowed: draft.swallowed, kind: .definitions(draft.list)))
    swallowed = draft.swallowed
  }

  /// Whether a paragraph is terms with a definition, or a term that a definition follows behind a blank line.
  private func beginsGroup(_ node: CMarkNode) -> Bool {
    guard node.type == CMARK_NODE_PARAGRAPH, !isDefinition(node.startLine) else { return false }
    let first = firstLine(of: node, upTo: node.endLine)
    if first == node.endLine, let next = node.next, next.type == CMARK_NODE_PARAGRAPH {
      return isDefinition(next.startLine) && isBlank(node.endLine + 1..<next.startLine)
    }
    let later = Self.position(in: candidates.definitions, notBefore: first + 1)
    return candidates.definitions[later...].prefix { $0 <= node.endLine }.contains(where: isDefinition)
  }

  private func isDefinition(_ line: Int) -> Bool {
    let index = Self.position(in: candidates.definitions, notBefore: line)
    guard index < candidates.definitions.count, candidates.definitions[index] == line else { return false }
    let text = containers.text(of: line, in: passage)
    guard let first = text.first, passage.bytes[first] == UInt8(ascii: ":") else { return false }
    return containers.indentation(of: line, in: passage) < 4
  }

  private func isBlank(_ lines: Range<Int>) -> Bool {
    lines.allSatisfy { containers.text(of: $0, in: passage).isEmpty }
  }

  // MARK: Drafting

  /// Takes a paragraph of terms and definitions, or one of them.
  private mutating func addGroup(_ node: CMarkNode, to draft: inout DefinitionDraft) {
    var isInDetails = isDefinition(node.startLine)
    if !isInDetails { draft.width = .max }
    for line in firstLine(of: node, upTo: node.endLine)...node.endLine {
      let isNested = isInDetails && containers.indentation(of: line, in: passage) >= draft.width
      if !isNested, isDefinition(line) {
        beginDetails(line, in: &draft)
        isInDetails = true
      } else if isInDetails {
        addLine(line, to: &draft)
      } else {
        addTerm(line, to: &draft)
      }
    }
    draft.node = node
    draft.line = node.endLine
  }

  private mutating func addTerm(_ line: Int, to draft: inout DefinitionDraft) {
    let text = containers.text(of: line, in: passage)
    draft.list.entries.append(.term(cells.lineCount, passage.place(text.lowerBound, text.upperBound)))
    cells.append("# ")
    cells.append(passage, text)
    cells.append(" #")
    cells.endLine()
  }

  private mutating func beginDetails(_ line: Int, in draft: inout DefinitionDraft) {
    var cursor = containers.prefix(of: line, in: passage).cursor
    let outside = cursor.column
    Containers.skipBlanks(&cursor, in: passage)
    draft.list.entries.append(.details(detailCount, passage.inNote(cursor.offset)))
    detailCount += 1
    cursor.offset += 1
    cursor.column += 1
    let mark = cursor.column
    Containers.skipBlanks(&cursor, in: passage)
    let blanks = cursor.column - mark
    draft.width = mark - outside + (blanks >= 1 && blanks <= 4 ? blanks : 1)
    let end = passage.end(of: line)
    details.append("1.  ")
    details.append(passage, min(cursor.offset, end)..<end)
    details.endLine()
    draft.hasText = cursor.offset < end
  }

  /// Takes a block that is indented as far as the definition's text.
  private mutating func addContinuation(_ node: CMarkNode, to draft: inout DefinitionDraft) {
    if draft.hasText { for _ in draft.line + 1..<node.startLine { details.endLine() } }
    let last = lastLine(of: node)
    for line in node.startLine...last { addLine(line, to: &draft) }
    draft.node = node
    draft.line = last
  }

  private mutating func addLine(_ line: Int, to draft: inout DefinitionDraft) {
    let text = containers.text(of: line, in: passage)
    if !text.isEmpty {
      let indentation = containers.indentation(of: line, in: passage)
      details.indent(by: 4 + max(0, indentation - draft.width))
      details.append(passage, text.lowerBound..<passage.end(of: line))
      draft.hasText = true
    }
    if draft.hasText { details.endLine() }
  }

  private func lastLine(of node: CMarkNode) -> Int {
    let last = node.type == CMARK_NODE_CODE_BLOCK ? containers.lastLine(ofCode: node, in: passage) : node.endLine
    let limit = node.next.map { $0.startLine - 1 } ?? passage.lineCount - 1
    return max(node.startLine, min(last, limit))
  }
}
