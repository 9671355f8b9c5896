extension Language {
  static let markdown = Language("Markdown", "markdown md mdx") { painter in
    var lexer = MarkdownLexer()
    lexer.run(&painter)
  }
}

/// Paints Markdown, line by line: headings, fences, quotes, markers, inline code and links.
struct MarkdownLexer {
  /// The byte and length of the fence that is open.
  private var fence: (byte: UInt8, count: Int) = (0, 0)

  mutating func run(_ painter: inout Painter) {
    while painter.index < painter.end {
      painter.skipBlanks()
      line(&painter)
      painter.index = min(painter.lineEnd(from: painter.index) &+ 1, painter.end)
    }
  }

  private mutating func line(_ painter: inout Painter) {
    let byte = painter.byte
    if byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~"), isFence(byte, painter) {
      return painter.takeLine(.keyword)
    }
    guard fence.count == 0 else { return painter.takeLine(.string) }
    switch byte {
    case UInt8(ascii: "#"): painter.takeLine(.heading)
    case UInt8(ascii: ">"): painter.take(.option, 1)
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      if painter[painter.index &+ 1].isBlank { painter.take(.option, 1) }
    default: break
    }
    painter.inside(painter.lineEnd(from: painter.index)) { painter in
      while painter.index < painter.end { Self.inline(&painter) }
    }
  }

  private mutating func isFence(_ byte: UInt8, _ painter: borrowing Painter) -> Bool {
    var end = painter.index
    while painter[end] == byte { end &+= 1 }
    let count = end - painter.index
    guard count >= 3, fence.count == 0 || fence.byte == byte && count >= fence.count else { return false }
    fence = fence.count == 0 ? (byte, count) : (0, 0)
    return true
  }

  private static func inline(_ painter: inout Painter) {
    switch painter.byte {
    case UInt8(ascii: "\\"): painter.index = min(painter.index &+ 2, painter.end)
    case UInt8(ascii: "`"):
      if let end = painter.find(UInt8(ascii: "`"), from: painter.index &+ 1) {
        painter.take(.string, to: end &+ 1)
      } else {
        painter.index &+= 1
      }
    case UInt8(ascii: "]") where painter[painter.index &+ 1] == UInt8(ascii: "("):
      if let end = painter.find(UInt8(ascii: ")"), from: painter.index &+ 2) {
        painter.paint(.variable, from: painter.index &+ 2, to: end)
        painter.index = end
      } else {
        painter.index &+= 1
      }
    default: painter.index &+= 1
    }
  }
}
