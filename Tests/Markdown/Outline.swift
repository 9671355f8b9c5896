import Source

@testable import Markdown

extension Document {
  init(_ text: String) {
    self.init(parsing: SourceText(path: "note.md", bytes: Array(text.utf8)))
  }

  /// The tree in one line, as in `paragraph("a" emphasis("b"))`; texts in quotes, other words behind `=`.
  var outline: String {
    let children = nodes.isEmpty ? [] : outlines(of: 0)
    return children.joined(separator: " ")
  }

  private func outlines(of parent: Int) -> [String] {
    var children: [String] = []
    var child = parent + 1
    while child < Int(nodes[parent].end) {
      children.append(outline(of: child))
      child = Int(nodes[child].end)
    }
    return children
  }

  private func outline(of index: Int) -> String {
    let node = nodes[index]
    if node.kind == .text { return "'\(string(node.text))'" }
    var text = "\(node.kind)"
    if !node.text.isEmpty { text += "=\(string(node.text))" }
    if !node.detail.isEmpty { text += "|\(string(node.detail))" }
    let children = outlines(of: index)
    return children.isEmpty ? text : "\(text)(\(children.joined(separator: " ")))"
  }

  /// What stands in the source at a place.
  func written(_ range: SourceRange) -> String {
    String(decoding: source.bytes[range.start..<range.end], as: UTF8.self)
  }
}
