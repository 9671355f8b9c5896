import Source

extension HTMLWriter {
  /// Writes the start tag of a block that has content.
  mutating func startBlock(_ node: Node, _ index: Int) {
    switch node.kind {
    case .paragraph: return startParagraph(node, index)
    case .heading: return startHeading(node)
    case .blockQuote: block("<blockquote>\n")
    case .callout: startCallout(node)
    case .calloutTitle: startCalloutTitle()
    case .list: startList(node)
    case .item: startItem(node, index)
    case .tabs: block("<div class=\"tabs\">\n")
    case .table: startTable(node)
    case .tableRow: startRow(node, index)
    case .tableCell: startCell(node)
    case .definitionList: block("<dl>\n")
    case .definitionTerm: block("<dt>")
    case .definitionDetails: block("<dd>")
    case .answerBlock: startAnswerBlock()
    case .footnotes: startFootnotes()
    case .footnote: startFootnote(node)
    default: break
    }
  }

  /// Writes the end tag of a block.
  mutating func endBlock(_ node: Open) {
    switch node.kind {
    case .paragraph: endParagraph(node)
    case .heading: endHeading(document.nodes[Int(node.index)])
    case .blockQuote: block("</blockquote>\n")
    case .callout: block(node.flags.isDisjoint(with: [.folded, .unfolded]) ? "</div>\n" : "</details>\n")
    case .calloutTitle: endCalloutTitle()
    case .list: output.append(node.flags.contains(.ordered) ? "</ol>\n" : "</ul>\n")
    case .item: output.append("</li>\n")
    case .tabs: block("</div>\n")
    case .table: endTable(node)
    case .tableRow: output.append(node.flags.contains(.head) ? "</tr>\n</thead>\n" : "</tr>\n")
    case .tableCell: endCell(node)
    case .definitionList: block("</dl>\n")
    case .definitionTerm: output.append("</dt>\n")
    case .definitionDetails: output.append("</dd>\n")
    case .answerBlock: hole(.partEnd, 1)
    case .footnotes: block("</ol>\n</section>\n")
    case .footnote: endFootnote(document.nodes[Int(node.index)])
    default: break
    }
  }

  /// Writes a tag on a line of its own.
  @inline(__always)
  mutating func block(_ tag: StaticString) {
    output.startLine()
    output.append(tag)
  }

  mutating func thematicBreak() {
    block(form == .plain ? "<hr />\n" : "<hr>\n")
  }

  // MARK: Paragraphs

  private mutating func startParagraph(_ node: Node, _ index: Int) {
    if !isTight { block("<p>") }
    if let item = unclosed.last, item.kind == .item, Int(item.index) + 1 == index { checkbox(item.flags) }
    if node.flags.contains(.passage) { hole(.cardStart, Int(node.number)) }
  }

  private mutating func endParagraph(_ node: Open) {
    if node.flags.contains(.passage) { hole(.cardEnd, Int(document.nodes[Int(node.index)].number)) }
    if let last = unclosed.last, last.kind == .footnote, last.end == node.end {
      backReferences(document.nodes[Int(last.index)])
    }
    if !isTight { output.append("</p>\n") }
  }

  /// Whether a paragraph that stands directly in what is open shows no tag.
  private var isTight: Bool {
    guard let last = unclosed.last, last.kind == .item || last.kind == .definitionDetails, unclosed.count > 1 else {
      return false
    }
    return unclosed[unclosed.count - 2].flags.contains(.tight)
  }

  // MARK: Lists

  private mutating func startList(_ node: Node) {
    guard node.flags.contains(.ordered) else { return block("<ul>\n") }
    guard node.number != 1 else { return block("<ol>\n") }
    block("<ol start=\"")
    output.append(Int(node.number))
    output.append("\">\n")
  }

  private mutating func startItem(_ node: Node, _ index: Int) {
    let isTask = !node.flags.isDisjoint(with: [.open, .done])
    block(isTask && form == .page ? "<li class=\"task\">" : "<li>")
    // The box belongs into the first paragraph, where there is one.
    let child = index + 1
    if child >= Int(node.end) || document.nodes[child].kind != .paragraph { checkbox(node.flags) }
  }

  private mutating func checkbox(_ flags: Node.Flags) {
    if flags.contains(.done) {
      output.append(
        form == .plain
          ? "<input type=\"checkbox\" checked=\"\" disabled=\"\" /> "
          : "<input type=\"checkbox\" checked disabled aria-label=\"done\"> ")
    } else if flags.contains(.open) {
      output.append(
        form == .plain
          ? "<input type=\"checkbox\" disabled=\"\" /> "
          : "<input type=\"checkbox\" disabled aria-label=\"to do\"> ")
    }
  }

  // MARK: Callouts

  private mutating func startCallout(_ node: Node) {
    let isFoldable = !node.flags.isDisjoint(with: [.folded, .unfolded])
    block(isFoldable ? "<details class=\"callout " : "<div class=\"callout ")
    // The type is a class: whatever else was written there becomes a dash.
    for byte in document.bytes(node.text) { output.append(Self.classByte(byte)) }
    output.append(isFoldable ? "\"" : "\" role=\"note\"")
    output.append(node.flags.contains(.unfolded) ? " open>\n" : ">\n")
  }

  private mutating func startCalloutTitle() {
    block(isInFoldable ? "<summary class=\"callout-title\">" : "<p class=\"callout-title\">")
  }

  private mutating func endCalloutTitle() {
    output.append(isInFoldable ? "</summary>\n" : "</p>\n")
  }

  private var isInFoldable: Bool {
    unclosed.last.map { !$0.flags.isDisjoint(with: [.folded, .unfolded]) } ?? false
  }

  private static func classByte(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
    default: UInt8(ascii: "-")
    }
  }
}
