import Source

extension HTMLWriter {
  mutating func startTable(_ node: Node) {
    if node.flags.contains(.passage) { hole(.cardStart, Int(node.number)) }
    guard form == .page else { return block("<table>\n") }
    tables += 1
    // A wide table scrolls in its frame; the frame has a name and takes the focus, so that the keyboard scrolls it too.
    block("<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"Table")
    if tables > 1 {
      output.append(" ")
      output.append(tables)
    }
    output.append("\">\n<table>\n")
  }

  mutating func startRow(_ node: Node, _ index: Int) {
    if node.flags.contains(.head) {
      block("<thead>\n<tr>\n")
    } else {
      block(isFirstOfBody(index) ? "<tbody>\n<tr>\n" : "<tr>\n")
    }
  }

  mutating func endTable(_ node: Open) {
    let head = Int(node.index) + 1
    let hasBody = head < Int(node.end) && Int(document.nodes[head].end) < Int(node.end)
    block(hasBody ? "</tbody>\n</table>\n" : "</table>\n")
    if form == .page { output.append("</div>\n") }
  }

  /// Whether the row follows the head, which is the table's first child.
  private func isFirstOfBody(_ row: Int) -> Bool {
    guard let table = unclosed.last else { return false }
    return Int(document.nodes[Int(table.index) + 1].end) == row
  }

  mutating func startCell(_ node: Node) {
    if node.flags.contains(.head) {
      output.append(form == .page ? "<th scope=\"col\"" : "<th")
    } else {
      output.append("<td")
    }
    if !node.flags.isDisjoint(with: [.left, .center, .right]) {
      output.append(form == .page ? " class=\"" : " align=\"")
      output.append(node.flags.contains(.left) ? "left\"" : node.flags.contains(.right) ? "right\"" : "center\"")
    }
    output.append(">")
    if node.flags.contains(.deletion) { hole(.partStart, Int(node.number)) }
  }

  mutating func endCell(_ node: Open) {
    if node.flags.contains(.deletion) { hole(.partEnd, Int(document.nodes[Int(node.index)].number)) }
    output.append(node.flags.contains(.head) ? "</th>\n" : "</td>\n")
  }
}
