package import Source

/// Reads a document as plain text, without markup.
public enum PlainText {
  /// What is read beside prose.
  public struct Parts: OptionSet, Sendable {
    /// The parts as bits.
    public let rawValue: UInt8

    /// Parts by their bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The content of code blocks.
    public static let codeBlocks = Parts(rawValue: 1 << 0)
    /// The alternative text of images.
    public static let images = Parts(rawValue: 1 << 1)
    /// All of it.
    public static let all: Parts = [.codeBlocks, .images]
  }

  /// The text of a whole document; blocks stand on lines of their own.
  public static func of(_ document: Document, with parts: Parts = .all) -> String {
    String(decoding: bytes(of: 0..<document.nodes.count, in: document, with: parts), as: UTF8.self)
  }

  /// The text of some nodes, which are whole subtrees.
  package static func bytes(of nodes: Range<Int>, in document: Document, with parts: Parts = .all) -> [UInt8] {
    var output = ByteWriter(capacity: 256)
    write(nodes, of: document, with: parts, to: &output)
    return output.finish()
  }

  /// Appends the text of some nodes, which are whole subtrees. Raw HTML, embeds and the marks of footnotes say nothing.
  package static func write(
    _ nodes: Range<Int>, of document: Document, with parts: Parts = .all, to output: inout ByteWriter
  ) {
    let buffer = document.buffer
    var index = nodes.lowerBound
    while index < nodes.upperBound {
      let node = document.nodes[index]
      index += 1
      switch node.kind {
      case .text, .code: output.append(buffer.span.extracting(node.text.range))
      case .softBreak, .lineBreak: output.append(" ")
      case .answer: output.append(node.flags.contains(.dashed) ? " – " : " ")
      case .image: if !parts.contains(.images) { index = Int(node.end) }
      case .codeBlock where parts.contains(.codeBlocks):
        output.startLine()
        output.append(buffer.span.extracting(node.text.range))
      default: if !node.kind.isInline { output.startLine() }
      }
    }
  }
}

extension Document {
  /// The beginning of the note in plain text: its first paragraph that says something, lists, quotes and callouts left
  /// aside. Empty where there is none.
  ///
  /// Longer ones are cut behind a sentence, if one ends in their second half, else behind a word and with an ellipsis.
  public func summary(maxBytes: Int) -> String {
    var index = 1
    while index < nodes.count {
      let end = Int(nodes[index].end)
      if nodes[index].kind == .paragraph {
        let text = PlainText.bytes(of: index + 1..<end, in: self, with: []).foldingBlanks()
        if !text.isEmpty { return String(decoding: text.cut(to: maxBytes), as: UTF8.self) }
      }
      index = max(end, index + 1)
    }
    return ""
  }
}

extension [UInt8] {
  /// The text with one space for each run of blanks, and none at its ends.
  fileprivate func foldingBlanks() -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(count)
    for byte in self {
      if byte > 0x20 {
        result.append(byte)
      } else if let last = result.last, last != 0x20 {
        result.append(0x20)
      }
    }
    if result.last == 0x20 { result.removeLast() }
    return result
  }

  /// The first `limit` bytes or fewer, ended where a reader would pause.
  fileprivate func cut(to limit: Int) -> [UInt8] {
    guard count > limit else { return self }
    if let sentence = lastSentenceEnd(limit), sentence * 2 >= limit { return Array(self[..<sentence]) }
    let room = Swift.max(limit - "…".utf8.count, 0)
    var end = self[...room].lastIndex(of: 0x20) ?? characterStart(room)
    while end > 0, Self.pauses.contains(self[end - 1]) { end -= 1 }
    return self[..<end] + Array("…".utf8)
  }

  private static let pauses = Array(" ,;:-".utf8)

  /// The place behind the last full stop (or `!`, `?`) up to `limit` that a blank follows.
  private func lastSentenceEnd(_ limit: Int) -> Int? {
    (1..<Swift.max(limit + 1, 1)).last { end in
      self[end] == 0x20 && [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(self[end - 1])
    }
  }

  /// The start of the character that stands at `index`.
  private func characterStart(_ index: Int) -> Int {
    var index = index
    while index > 0, self[index] & 0xC0 == 0x80 { index -= 1 }
    return index
  }
}
