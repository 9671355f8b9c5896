internal import CCmark
internal import Source

extension DocumentParser {
  mutating func addParagraph(_ node: CMarkNode) {
    read(paragraph: node, lines: node.startLine...max(node.startLine, node.endLine))
    guard dialect == .notes, let first = node.firstChild else { return addPlainParagraph(node) }
    if first.type == CMARK_NODE_TEXT, content[position] == UInt8(ascii: "["), tree.isCurrentEmpty {
      if tree.nodes[tree.current].kind == .item, let box = takeBox() {
        tree.with(tree.current) { $0.flags.insert(box) }
      } else if tree.nodes[tree.current].kind == .blockQuote, let type = takeCalloutType() {
        return addCallout(type, from: first, of: node)
      }
    }
    addPlainParagraph(node)
  }

  private mutating func addPlainParagraph(_ node: CMarkNode) {
    let index = tree.begin(.paragraph, at: block.start)
    walkInlines(of: node)
    tree.end(at: block.end)
    if dialect == .notes { tree.liftLoneEmbed(from: index) }
  }

  // MARK: Callouts

  /// The type of a callout, and what its mark `[!TYPE]` says.
  private struct CalloutType {
    let name: Range<Int>
    let flags: Node.Flags
    let mark: Range<Int>
  }

  /// Takes `[!TYPE]`, `[!TYPE]-` or `[!TYPE]+` from the start of the text that was read.
  private mutating func takeCalloutType() -> CalloutType? {
    let start = position
    guard content[start + 1] == UInt8(ascii: "!") else { return nil }
    var end = start + 2
    while Self.isPartOfType(content[end]) { end += 1 }
    guard end > start + 2, content[end] == UInt8(ascii: "]") else { return nil }
    let name = start + 2..<end
    end += 1
    var flags: Node.Flags = []
    if content[end] == UInt8(ascii: "-") {
      flags = .folded
    } else if content[end] == UInt8(ascii: "+") {
      flags = .unfolded
    }
    if !flags.isEmpty { end += 1 }
    guard end >= content.count || content[end].isSpace else { return nil }
    let mark = start..<end
    while content[end].isBlank { end += 1 }
    shown = end..<shown.upperBound
    return CalloutType(name: name, flags: flags, mark: mark)
  }

  private static func isPartOfType(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte >= 0x80 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }

  /// Makes a callout of the quote that was begun: the rest of the first line is its title.
  private mutating func addCallout(_ type: CalloutType, from first: CMarkNode, of node: CMarkNode) {
    let name = content.bytes[type.name].map { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") ? $0 | 0x20 : $0 }
    let text = tree.keep(name)
    tree.with(tree.current) {
      $0.kind = .callout
      $0.text = text
      $0.flags.insert(type.flags)
    }
    var lineEnd: CMarkNode? = first
    while let sibling = lineEnd, sibling.type != CMARK_NODE_SOFTBREAK, sibling.type != CMARK_NODE_LINEBREAK {
      lineEnd = sibling.next
    }
    addCalloutTitle(type, name, from: first, of: node, upTo: lineEnd)
    guard let lineEnd, let next = lineEnd.next else { return }
    skipBreak(isHard: lineEnd.type == CMARK_NODE_LINEBREAK)
    tree.begin(.paragraph, at: inlinePlace(position, content.count).start)
    walkInlines(of: node, from: next)
    tree.end(at: block.end)
  }

  private mutating func addCalloutTitle(
    _ type: CalloutType, _ name: [UInt8], from first: CMarkNode, of node: CMarkNode, upTo end: CMarkNode?
  ) {
    let mark = inlinePlace(type.mark.lowerBound, type.mark.upperBound)
    let title = tree.begin(.calloutTitle, at: mark.start)
    walkInlines(of: node, from: first, upTo: end)
    if tree.isCurrentEmpty {
      let capital = name.prefix(1).map { $0.isLetter ? $0 & 0xDF : $0 } + name.dropFirst()
      let text = tree.keep(capital)
      tree.add(.text, at: mark, text: text)
    } else {
      let start = tree.nodes[title + 1].range.start
      tree.with(title) { $0.range = SourceRange(at: start) }
    }
    tree.end()
  }
}
