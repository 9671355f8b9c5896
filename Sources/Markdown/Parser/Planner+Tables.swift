internal import CCmark
internal import Source

extension Planner {
  /// The most cells that are added to rows that are too short: a row of one byte may have any number of them.
  private static let mostAddedCells = 100_000

  /// Plans a table if a paragraph has a delimiter row. In a heading, what follows the last line was not its underline.
  @discardableResult
  mutating func planTable(_ node: CMarkNode, lastLine: Int) -> Bool {
    let next = Self.position(in: candidates.delimiterRows, notBefore: node.startLine + 1)
    guard next < candidates.delimiterRows.count, candidates.delimiterRows[next] <= lastLine else { return false }
    let first = firstLine(of: node, upTo: lastLine)
    for line in candidates.delimiterRows[next...] {
      guard line <= lastLine else { return false }
      guard line > first, let alignments = alignments(delimiters: line) else { continue }
      addTable(node, first: first, delimiters: line, last: lastLine, alignments)
      return true
    }
    return false
  }

  /// The alignments of a delimiter row, if the line before it has as many cells.
  private func alignments(delimiters line: Int) -> [Node.Flags]? {
    let text = containers.text(of: line, in: passage)
    guard let alignments = TableSyntax.alignments(passage.bytes, text) else { return nil }
    let head = TableSyntax.cells(passage.bytes, containers.text(of: line - 1, in: passage))
    return head.count == alignments.count ? alignments : nil
  }

  private mutating func addTable(
    _ node: CMarkNode, first: Int, delimiters: Int, last: Int, _ alignments: [Node.Flags]
  ) {
    var table = Plan.Table(alignments: alignments)
    if first < delimiters - 1 { table.lead = addLead(first..<delimiters - 1) }
    addRow(delimiters - 1, to: &table)
    for line in (delimiters + 1)..<max(last + 1, delimiters + 1) { addRow(line, to: &table) }
    if node.type == CMARK_NODE_HEADING { addUnderline(node.endLine, to: &table) }
    plan.steps.append(Plan.Step(node: node, kind: .table(table)))
  }

  /// Drafts the text before a table as a paragraph of its own; gives its line.
  private mutating func addLead(_ lines: Range<Int>) -> Int {
    cells.endLine()
    let first = cells.lineCount
    for line in lines {
      // So indented, no line can begin anything else than it did.
      if line > lines.lowerBound { cells.indent(by: 4) }
      let text = containers.text(of: line, in: passage)
      cells.append(passage, text.lowerBound..<max(text.lowerBound, passage.end(of: line)))
      cells.endLine()
    }
    cells.endLine()
    return first
  }

  /// Drafts the cells of a row, each as a heading, which holds one line of text and nothing else.
  private mutating func addRow(_ line: Int, to table: inout Plan.Table) {
    let text = containers.text(of: line, in: passage)
    let firstLine = cells.lineCount
    let firstCell = table.cells.count
    for range in TableSyntax.cells(passage.bytes, text).prefix(table.alignments.count) {
      table.cells.append(passage.place(range.lowerBound, range.upperBound))
      cells.append("# ")
      addCell(range)
      cells.append(" #")
      cells.endLine()
    }
    let place = passage.place(text.lowerBound, text.upperBound)
    table.rows.append(Plan.Table.Row(place: place, firstLine: firstLine, cells: firstCell..<table.cells.count))
  }

  /// Drafts a cell's text, `\|` as `|`.
  private mutating func addCell(_ range: Range<Int>) {
    var start = range.lowerBound
    for index in range.dropLast()
    where passage.bytes[index] == UInt8(ascii: "\\") && passage.bytes[index + 1] == UInt8(ascii: "|") {
      cells.append(passage, start..<index)
      start = index + 1
    }
    cells.append(passage, start..<range.upperBound)
  }

  /// The line under a table that libcmark took for the underline of a heading: a thematic break, or a row.
  private mutating func addUnderline(_ line: Int, to table: inout Plan.Table) {
    let text = containers.text(of: line, in: passage)
    if text.count >= 3, passage.bytes[text.lowerBound] == UInt8(ascii: "-") {
      table.thematicBreak = passage.place(text.lowerBound, text.upperBound)
    } else {
      addRow(line, to: &table)
    }
  }

  /// How many cells a table's short rows may be filled up with.
  static func addedCells(_ table: Plan.Table) -> Int {
    let missing = table.rows.reduce(0) { $0 + table.alignments.count - $1.cells.count }
    return missing <= mostAddedCells ? missing : 0
  }
}
