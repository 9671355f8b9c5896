import Markdown
import Source

/// A piece of a line of text: a text or a part of one, or another inline with all that is in it.
enum CardPiece {
  /// A part of a text node.
  case text(Node)
  /// Another inline node.
  case other(Int)
  /// The end of a line.
  case lineEnd(Int)
}

/// A mark between question and answer: `::` or `:::`.
struct CardMark {
  /// The piece that it stands in.
  let piece: Int
  /// Its place in the piece's text.
  let range: Range<Int>
  /// Whether it asks both ways.
  var isBothWays: Bool { range.count == 3 }
}

/// The content of a paragraph in pieces, as cards are looked for in it.
struct CardLine {
  var pieces: [CardPiece]
  let document: Document

  /// The inlines that are children of the node `parent`.
  init(childrenOf parent: Int, in document: Document) {
    self.document = document
    var pieces: [CardPiece] = []
    var child = parent + 1
    while child < Int(document.nodes[parent].end) {
      let node = document.nodes[child]
      switch node.kind {
      case .text: pieces.append(.text(node))
      case .softBreak, .lineBreak: pieces.append(.lineEnd(child))
      default: pieces.append(.other(child))
      }
      child = Int(node.end)
    }
    self.pieces = pieces
  }

  private init(_ pieces: ArraySlice<CardPiece>, _ document: Document) {
    self.pieces = Array(pieces)
    self.document = document
  }

  /// Some of the pieces.
  subscript(range: Range<Int>) -> CardLine { CardLine(pieces[range], document) }

  // MARK: Marks

  /// The marks between questions and answers.
  ///
  /// A mark has a blank on both sides, or it follows directly on what ends a question: `?`, `!`, a full stop, an ellipsis,
  /// or text that is bold, in italics or a link. So `std::vector`, `::1` and `key:: value` are none, in prose either.
  var marks: [CardMark] {
    var marks: [CardMark] = []
    for (number, piece) in pieces.enumerated() {
      guard case .text(let node) = piece else { continue }
      let bytes = document.bytes(node.text)
      var index = bytes.startIndex
      while let colon = bytes[index...].firstIndex(of: UInt8(ascii: ":")) {
        let end = bytes[colon...].firstIndex { $0 != UInt8(ascii: ":") } ?? bytes.endIndex
        index = end
        guard end - colon == 2 || end - colon == 3, separates(number, bytes, colon..<end) else { continue }
        marks.append(CardMark(piece: number, range: colon - bytes.startIndex..<end - bytes.startIndex))
      }
    }
    return marks
  }

  /// Whether colons in the text of a piece stand between question and answer.
  private func separates(_ piece: Int, _ bytes: Bytes, _ colons: Range<Int>) -> Bool {
    if colons.lowerBound == bytes.startIndex, endsQuestion(pieceBefore: piece) { return true }
    let before = colons.lowerBound > bytes.startIndex ? bytes[..<colons.lowerBound] : text(of: piece - 1)
    if Self.endsQuestion(before.suffix(3)) { return true }
    let behind = colons.upperBound < bytes.endIndex ? bytes[colons.upperBound...] : text(of: piece + 1)
    let isBlankBefore = before.last?.isSpace ?? isLineStart(piece)
    let isBlankBehind = behind.first?.isSpace ?? isLineEnd(behind: piece)
    return isBlankBefore && isBlankBehind
  }

  /// The text of a piece; nothing where it is something else, or there is none.
  private func text(of piece: Int) -> Bytes {
    guard pieces.indices.contains(piece), case .text(let node) = pieces[piece] else { return [] }
    return document.bytes(node.text)
  }

  private static func endsQuestion(_ bytes: Bytes) -> Bool {
    guard let last = bytes.last else { return false }
    switch last {
    case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "."): return true
    // "…", "？", "。"
    default: return bytes.elementsEqual("…".utf8) || bytes.elementsEqual("？".utf8) || bytes.elementsEqual("。".utf8)
    }
  }

  private func endsQuestion(pieceBefore piece: Int) -> Bool {
    guard piece > 0, case .other(let node) = pieces[piece - 1] else { return false }
    switch document.nodes[node].kind {
    case .strong, .emphasis, .link, .wikilink: return true
    default: return false
    }
  }

  private func isLineStart(_ piece: Int) -> Bool {
    guard piece > 0 else { return true }
    if case .lineEnd = pieces[piece - 1] { return true }
    return false
  }

  private func isLineEnd(behind piece: Int) -> Bool {
    guard piece + 1 < pieces.count else { return true }
    if case .lineEnd = pieces[piece + 1] { return true }
    return false
  }

  // MARK: Cutting

  /// What stands before a place in the text of a piece, and what stands behind another.
  func parted(at piece: Int, _ range: Range<Int>) -> (before: CardLine, behind: CardLine) {
    guard case .text(let node) = pieces[piece] else { return (self[0..<piece], self[piece + 1..<pieces.count]) }
    let before = CardLine(
      pieces[..<piece] + [.text(cut(node, 0..<range.lowerBound))], document)
    let behind = CardLine(
      [.text(cut(node, range.upperBound..<Int(node.text.count)))] + pieces[(piece + 1)...], document)
    return (before, behind)
  }

  /// A part of a text node. Where the text stands in the source as it is read, so does the part.
  private func cut(_ node: Node, _ range: Range<Int>) -> Node {
    var part = node
    part.text = TextSlice(start: Int(node.text.start) + range.lowerBound, count: range.count)
    if node.range.count == Int(node.text.count) {
      part.range = SourceRange(node.range.start + range.lowerBound, node.range.start + range.upperBound)
    }
    return part
  }

  /// Without blanks and ends of lines around it.
  var trimmed: CardLine {
    var line = self
    while let first = line.pieces.first {
      guard let rest = trim(first, atStart: true) else {
        line.pieces.removeFirst()
        continue
      }
      line.pieces[0] = rest
      break
    }
    while let last = line.pieces.last {
      guard let rest = trim(last, atStart: false) else {
        line.pieces.removeLast()
        continue
      }
      line.pieces[line.pieces.count - 1] = rest
      break
    }
    return line
  }

  private func trim(_ piece: CardPiece, atStart: Bool) -> CardPiece? {
    switch piece {
    case .lineEnd: return nil
    case .other: return piece
    case .text(let node):
      let bytes = document.bytes(node.text)
      let blanks = atStart ? bytes.prefix { $0.isSpace }.count : bytes.reversed().prefix { $0.isSpace }.count
      guard blanks < bytes.count else { return nil }
      return .text(cut(node, atStart ? blanks..<bytes.count : 0..<bytes.count - blanks))
    }
  }

  /// Whether there is anything to read in it: a letter, a digit, or something else than text.
  var saysSomething: Bool {
    pieces.contains { piece in
      switch piece {
      case .lineEnd: false
      case .other: true
      case .text(let node): document.bytes(node.text).contains { $0.isLetter || $0.isDigit || $0 >= 0x80 }
      }
    }
  }

  /// Whether there is nothing in it but blanks.
  var isBlank: Bool { trimmed.pieces.isEmpty }

  // MARK: Pins

  /// Without the name that stands at its end, as in `a set of changes ^layer`, and that name.
  var unpinned: (line: CardLine, pin: String?) {
    var line = trimmed
    guard case .text(let node)? = line.pieces.last else { return (line, nil) }
    let bytes = document.bytes(node.text)
    let name = bytes.reversed().prefix { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") }.count
    let caret = bytes.endIndex - name - 1
    guard name > 0, caret >= bytes.startIndex, bytes[caret] == UInt8(ascii: "^") else { return (line, nil) }
    let isApart = caret > bytes.startIndex ? bytes[caret - 1].isSpace : true
    guard isApart else { return (line, nil) }
    line.pieces[line.pieces.count - 1] = .text(cut(node, 0..<caret - bytes.startIndex))
    return (line.trimmed, bytes[(caret + 1)...].string)
  }

  // MARK: Writing

  /// The pieces as nodes, in which `end` counts from `base`.
  func nodes(from base: Int) -> [Node] {
    var nodes: [Node] = []
    for piece in pieces {
      switch piece {
      case .text(var node):
        node.end = UInt32(base + nodes.count + 1)
        nodes.append(node)
      case .other(let index), .lineEnd(let index):
        let shift = base + nodes.count - index
        nodes += document.nodes[index..<Int(document.nodes[index].end)].map { node in
          var node = node
          node.end = UInt32(Int(node.end) + shift)
          return node
        }
      }
    }
    return nodes
  }

  /// Where it stands in the document.
  var range: SourceRange? {
    var range: SourceRange?
    for piece in pieces {
      let place: SourceRange
      switch piece {
      case .text(let node): place = node.range
      case .other(let index), .lineEnd(let index): place = document.nodes[index].range
      }
      range = SourceRange(min(range?.start ?? .max, place.start), max(range?.end ?? 0, place.end))
    }
    return range
  }
}
