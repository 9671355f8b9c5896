import Source

@testable import Markdown

/// A document put together by hand.
struct Tree {
  private(set) var document = Document(
    source: SourceText(path: "note.md", bytes: []), nodes: [], buffer: [], headings: [], links: [], fences: [],
    problems: [])

  /// A document of the blocks that `build` adds.
  static func document(_ build: (inout Tree) -> Void) -> Document {
    var tree = Tree()
    tree.add(.document, children: build)
    return tree.document
  }

  /// Adds a node.
  mutating func add(
    _ kind: Node.Kind, _ text: String = "", detail: String = "", number: Int = 0, flags: Node.Flags = [],
    children: (inout Tree) -> Void = { _ in }
  ) {
    let index = document.nodes.count
    var node = Node(kind, at: SourceRange(at: 0))
    node.text = slice(text)
    node.detail = slice(detail)
    node.flags = flags
    node.number = Int32(number)
    document.nodes.append(node)
    children(&self)
    document.nodes[index].end = UInt32(document.nodes.count)
  }

  /// Adds a paragraph of plain text.
  mutating func paragraph(_ text: String) {
    add(.paragraph) { $0.add(.text, text) }
  }

  /// Adds a heading of plain text.
  mutating func heading(_ level: Int, _ text: String) {
    heading(level) { $0.add(.text, text) }
  }

  /// Adds a heading.
  mutating func heading(_ level: Int, children: (inout Tree) -> Void) {
    document.headings.append(
      Heading(level: level, text: "", id: "", range: SourceRange(at: 0), node: document.nodes.count))
    add(.heading, number: document.headings.count - 1, children: children)
  }

  /// A document of one node within the other.
  static func nest(_ kind: Node.Kind, depth: Int) -> Document {
    var tree = Tree()
    for _ in 0...depth { tree.add(tree.document.nodes.isEmpty ? .document : kind) }
    for index in tree.document.nodes.indices { tree.document.nodes[index].end = UInt32(depth + 1) }
    return tree.document
  }

  private mutating func slice(_ text: String) -> TextSlice {
    let start = document.buffer.count
    document.buffer += Array(text.utf8)
    return TextSlice(start: start, count: text.utf8.count)
  }
}

extension Body {
  /// The body as text, with its holes as `{kind index}`.
  var shown: String {
    var output = ByteWriter()
    write(to: &output) { hole, output in
      output.append("{\(hole.kind) \(hole.index)}")
    }
    return String(decoding: output.finish(), as: UTF8.self)
  }
}
