import Source
import Testing

@testable import Markdown

/// Checks the places of a document against the bytes of its source: what any tree of any text must satisfy.
struct PlaceCheck {
  let document: Document
  private(set) var faults: [String] = []

  init(_ text: String) {
    self.init(Array(text.utf8))
  }

  init(_ bytes: [UInt8]) {
    document = Document(parsing: SourceText(path: "note.md", bytes: bytes))
    checkTree()
    for node in document.nodes { check(node) }
    for link in document.links where !inside(link.target, link.range) && !link.target.isEmpty {
      // The target of a link by reference stands in its definition.
      if slice(link.target).isEmpty { faults.append("link target \(link.target)") }
    }
  }

  private func inside(_ one: SourceRange, _ other: SourceRange) -> Bool {
    one.start >= other.start && one.end <= other.end
  }

  private func slice(_ range: SourceRange) -> String {
    guard range.end <= document.source.bytes.count else { return "BEYOND" }
    return String(decoding: document.source.bytes[range.start..<range.end], as: UTF8.self)
  }

  /// Children stand inside their parents, one after the other.
  private mutating func checkTree() {
    var parents: [Int] = []
    var last = 0
    for (index, node) in document.nodes.enumerated() {
      while let parent = parents.last, Int(document.nodes[parent].end) <= index { parents.removeLast() }
      if node.range.end > document.source.bytes.count { faults.append("\(node.kind) beyond the end") }
      if let parent = parents.last {
        let around = document.nodes[parent]
        if Int(node.end) > Int(around.end) { faults.append("\(node.kind) outlives its parent") }
        if !inside(node.range, around.range), around.kind != .document {
          faults.append("\(node.kind) \(node.range) outside of \(around.kind) \(around.range)")
        }
      }
      if node.kind.isInline, node.range.start < last, parents.last.map({ document.nodes[$0].kind }) != .image {
        faults.append("\(node.kind) \(node.range) starts before \(last)")
      }
      if node.kind.isInline { last = Int(node.end) == index + 1 ? node.range.end : node.range.start } else { last = 0 }
      if Int(node.end) > index + 1 { parents.append(index) }
    }
  }

  private mutating func check(_ node: Node) {
    let written = slice(node.range)
    let isRight =
      switch node.kind {
      case .emphasis: isBetween(written, ["*", "_"])
      case .strong: isBetween(written, ["**", "__"])
      case .strikethrough: isBetween(written, ["~"])
      case .mark: isBetween(written, ["=="])
      case .code: isBetween(written, ["`"])
      case .htmlInline: written.hasPrefix("<") && written.hasSuffix(">")
      case .softBreak, .lineBreak: written.contains { $0.isNewline }
      case .image: written.hasPrefix("![") && (written.hasSuffix(")") || written.hasSuffix("]"))
      case .link: isLink(node, written)
      case .wikilink: written.hasPrefix("[[") && written.hasSuffix("]]")
      case .embed: written.hasPrefix("![[") && written.hasSuffix("]]")
      case .footnoteReference: written == "[^\(document.string(node.text))]"
      case .text: isText(document.string(node.text), written)
      default: true
      }
    if !isRight { faults.append("\(node.kind) is '\(written)'") }
  }

  private func isBetween(_ written: String, _ marks: [String]) -> Bool {
    marks.contains { written.hasPrefix($0) && written.hasSuffix($0) && written.utf8.count >= $0.utf8.count * 2 }
  }

  private func isLink(_ node: Node, _ written: String) -> Bool {
    if node.flags.contains(.automatic) { return !written.hasPrefix("<") || written.hasSuffix(">") }
    return written.hasPrefix("[") && (written.hasSuffix(")") || written.hasSuffix("]"))
  }

  private func isText(_ text: String, _ written: String) -> Bool {
    text == written || written.contains("\\") || written.contains("&") || written.contains("\0")
      || written.hasPrefix("[!")
  }
}

extension Node.Kind {
  var isInline: Bool { rawValue >= Node.Kind.text.rawValue }
}
