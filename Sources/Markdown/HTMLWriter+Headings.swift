import Source

extension HTMLWriter {
  /// Writes a heading's start tag: where it begins a section, and a place for its anchor.
  mutating func startHeading(_ node: Node) {
    output.startLine()
    let level = headingLevel(node)
    if form == .page, unclosed.isEmpty { hole(.section, Int(node.number)) }
    output.append("<h")
    output.append(level)
    if form == .page { hole(.headingID, Int(node.number)) }
    output.append(">")
  }

  mutating func endHeading(_ node: Node) {
    if form == .page { hole(.headingAnchor, Int(node.number)) }
    output.append("</h")
    output.append(headingLevel(node))
    output.append(">\n")
  }

  /// The index after the first block, if that is a heading of level 1. Its section begins all the same.
  mutating func skipTitle(_ index: Int) -> Int? {
    let node = document.nodes[index]
    guard node.kind == .heading, headingLevel(node) == 1 else { return nil }
    if form == .page { hole(.section, Int(node.number)) }
    return Int(node.end)
  }

  private func headingLevel(_ node: Node) -> Int {
    document.headings[Int(node.number)].level
  }
}
