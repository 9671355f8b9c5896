/// The text of a block without markup, in one piece, and what each part of it was.
///
/// Places in it are what ``Excerpts/copyInlines(of:_:)`` cuts by. What is no text (an image, raw HTML, the mark of a
/// footnote) takes no room in it; a line break takes one byte.
package struct InlineText: Sendable {
  /// A part of the text that comes from one node.
  package struct Piece: Sendable {
    /// Where it stands in the text.
    package let range: Range<Int>
    /// The node.
    package let node: Int
    /// What it is.
    package let kind: Node.Kind
    /// Whether it is strong, and whether it is within a link.
    package let isStrong: Bool
    package let isLinked: Bool
  }

  /// The text.
  package let bytes: [UInt8]
  /// Its parts, in order.
  package let pieces: [Piece]

  /// No text.
  package init() {
    bytes = []
    pieces = []
  }

  /// The text of the block at `block`.
  package init(of block: Int, in document: Document) {
    var bytes: [UInt8] = []
    var pieces: [Piece] = []
    let nodes = document.nodes
    let end = Int(nodes[block].end)
    var (strongEnd, linkEnd, index) = (0, 0, block + 1)
    while index < end {
      let node = nodes[index]
      let start = bytes.count
      switch node.kind {
      case .text, .code: bytes += document.bytes(node.text)
      case .softBreak, .lineBreak: bytes.append(UInt8(ascii: " "))
      case .strong: strongEnd = max(strongEnd, Int(node.end))
      case .link, .wikilink: linkEnd = max(linkEnd, Int(node.end))
      default: break
      }
      if !node.kind.isInlineContainer {
        pieces.append(
          Piece(
            range: start..<bytes.count, node: index, kind: node.kind, isStrong: index < strongEnd,
            isLinked: index < linkEnd))
        index = Int(node.end)
      } else {
        index += 1
      }
    }
    self.bytes = bytes
    self.pieces = pieces
  }

  /// For each byte, whether it is in a code span.
  package var codeMask: [Bool] {
    var mask = Array(repeating: false, count: bytes.count)
    for piece in pieces where piece.kind == .code {
      for index in piece.range { mask[index] = true }
    }
    return mask
  }
}

extension Node.Kind {
  /// Whether it is an inline whose children are read as text.
  package var isInlineContainer: Bool {
    switch self {
    case .emphasis, .strong, .strikethrough, .mark, .link, .wikilink: true
    default: false
    }
  }
}
