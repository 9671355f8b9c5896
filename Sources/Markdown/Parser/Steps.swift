internal import CCmark
internal import Source

extension DocumentParser {
  /// What was planned for a block, if that is something else than libcmark thought.
  mutating func takeStep(for node: CMarkNode) -> Plan.Step? {
    guard plan.nextStep < plan.steps.count, plan.steps[plan.nextStep].node == node else { return nil }
    plan.nextStep += 1
    return plan.steps[plan.nextStep - 1]
  }

  mutating func add(_ step: Plan.Step) {
    switch step.kind {
    case .table(let table): addTable(table)
    case .definitions(let list): addDefinitions(list)
    }
    swallowed = step.swallowed
  }

  // MARK: Tables

  private mutating func addTable(_ table: Plan.Table) {
    reading(plan.cells) { parser in
      if let lead = table.lead, let node = parser.plan.block(at: lead) { parser.addParagraph(node) }
      parser.addRows(table)
    }
    if let place = table.thematicBreak { tree.add(.thematicBreak, at: place) }
  }

  private mutating func addRows(_ table: Plan.Table) {
    var added = Planner.addedCells(table)
    tree.begin(.table, at: table.rows[0].place.start)
    for (number, row) in table.rows.enumerated() {
      let head: Node.Flags = number == 0 ? .head : []
      let index = tree.begin(.tableRow, at: row.place.start)
      tree.with(index) { $0.flags = head }
      for (column, alignment) in table.alignments.enumerated() {
        if column >= row.cells.count {
          guard added > 0 else { break }
          added -= 1
        }
        let isWritten = column < row.cells.count
        let place = isWritten ? table.cells[row.cells.lowerBound + column] : SourceRange(at: row.place.end)
        let node = isWritten ? plan.block(at: row.firstLine + column) : nil
        addLine(node, as: .tableCell, at: place, flags: head.union(alignment))
      }
      tree.end(at: row.place.end)
    }
    tree.end()
  }

  /// Adds a cell or a term, with what is in it.
  private mutating func addLine(_ node: CMarkNode?, as kind: Node.Kind, at place: SourceRange, flags: Node.Flags = []) {
    let index = tree.begin(kind, at: place.start)
    tree.with(index) { $0.flags = flags }
    if let node, readHashHeading(node) { walkInlines(of: node) }
    tree.end(at: place.end)
  }

  // MARK: Definition lists

  private mutating func addDefinitions(_ list: Plan.DefinitionList) {
    let index = tree.begin(.definitionList, at: list.start)
    if list.isTight { tree.with(index) { $0.flags.insert(.tight) } }
    for entry in list.entries {
      switch entry {
      case .term(let line, let place):
        reading(plan.cells) { $0.addLine($0.plan.block(at: line), as: .definitionTerm, at: place) }
      case .details(let number, let start):
        tree.begin(.definitionDetails, at: start)
        addItem(number)
        tree.end(at: max(start + 1, tree.lastEnd))
      }
    }
    tree.end()
  }

  /// Adds what is in an item of the passage of details.
  mutating func addItem(_ number: Int) {
    guard number < plan.items.count else { return }
    let item = plan.items[number]
    reading(plan.details) { parser in
      parser.containers.enter(item, in: parser.passage)
      parser.visit(below: item)
    }
  }

  // MARK: Footnotes

  mutating func addFootnoteReference(at index: Int, of run: inout TextRun) {
    var end = index + 2
    while end < run.shown.upperBound, Footnotes.isPartOfLabel(content[end]) { end += 1 }
    guard end > index + 2, end < run.shown.upperBound, content[end] == UInt8(ascii: "]") else { return }
    let label = String(decoding: content.bytes[index + 2..<end], as: UTF8.self)
    let place = inlinePlace(index, end + 1)
    guard let number = footnotes.refer(to: label) else { return noteUndefinedFootnote(label, at: place) }
    addPlain(&run, upTo: index)
    run.done = end + 1
    let node = tree.add(.footnoteReference, at: place, text: keep(run, index + 2..<end))
    tree.with(node) { $0.number = Int32(number) }
  }

  /// `[^a-z]` is more likely an expression than a footnote where the note has none.
  private mutating func noteUndefinedFootnote(_ label: String, at place: SourceRange) {
    guard !footnotes.definitions.isEmpty || label.utf8.allSatisfy(\.isDigit) else { return }
    problems.append(Problem(.undefinedFootnote(label), at: place))
  }

  /// Adds the footnotes that were referred to. They may refer to others, which then come behind them.
  mutating func addFootnotes() {
    var next = 0
    if !footnotes.referenced.isEmpty {
      let index = tree.begin(.footnotes, at: 0)
      while next < footnotes.referenced.count {
        addFootnote(footnotes.definitions[footnotes.referenced[next]])
        next += 1
      }
      tree.endAround(index)
    }
    for footnote in footnotes.definitions where footnote.number == 0 {
      problems.append(Problem(.unusedFootnote(footnote.label), at: footnote.place))
    }
  }

  private mutating func addFootnote(_ footnote: Footnotes.Definition) {
    let index = tree.begin(.footnote, at: footnote.place.start)
    let label = tree.keep(footnote.label.utf8)
    tree.with(index) {
      $0.text = label
      $0.number = Int32(footnote.number)
    }
    addItem(footnote.item)
    tree.end(at: max(footnote.place.end, tree.lastEnd))
  }
}
