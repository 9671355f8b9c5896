import Source

// Cards on a page: a question and its answer read on as prose, and holes say where each of them is.
extension HTMLWriter {
  mutating func startQuestion(_ node: Node) {
    output.append("<span class=\"question\">")
    hole(.cardStart, Int(node.number))
    hole(.partStart, 0)
  }

  /// The answer follows its question: behind a full stop or a question mark as the next sentence, else behind a dash.
  mutating func startAnswer(_ node: Node) {
    output.append(node.flags.contains(.dashed) ? " – <span class=\"answer\">" : " <span class=\"answer\">")
    hole(.partStart, 1)
  }

  mutating func endPart(_ part: Int) {
    hole(.partEnd, part)
    output.append("</span>")
  }

  mutating func startAnswerBlock() {
    output.startLine()
    hole(.partStart, 1)
  }

  mutating func startMark(_ node: Node) {
    if node.flags.contains(.deletion) { hole(.partStart, Int(node.number)) }
    output.append("<mark>")
  }

  mutating func endMark(_ node: Node) {
    output.append("</mark>")
    if node.flags.contains(.deletion) { hole(.partEnd, Int(node.number)) }
  }
}
