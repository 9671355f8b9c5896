extension Language {
  static let nginx = Language("nginx", "nginx nginxconf nginx.conf caddyfile caddy") { painter in
    var lexer = NginxLexer()
    lexer.run(&painter)
  }
}

/// Paints nginx's settings: each statement begins with a directive.
struct NginxLexer {
  private var startsStatement = true

  mutating func run(_ painter: inout Painter) {
    while painter.index < painter.end { token(&painter) }
  }

  private mutating func token(_ painter: inout Painter) {
    let byte = painter.byte
    switch byte {
    case UInt8(ascii: "#"): painter.takeLine(.comment)
    case UInt8(ascii: ";"), UInt8(ascii: "{"), UInt8(ascii: "}"):
      startsStatement = true
      painter.index &+= 1
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      painter.take(.string, to: painter.afterQuoted(painter.index, escape: UInt8(ascii: "\\")) ?? painter.index &+ 1)
    case UInt8(ascii: "$"): painter.take(.variable, to: max(painter.afterWord(painter.index &+ 1), painter.index &+ 1))
    case UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "="): painter.take(.option, 1)
    default:
      if byte.isSpace { painter.index &+= 1 } else { word(&painter) }
    }
  }

  private static let constants = WordTable<Ink>((.number, "on off"))

  private mutating func word(_ painter: inout Painter) {
    let start = painter.index
    var end = start &+ 1
    while end < painter.end, !Self.endsWord(painter.code[end]) { end &+= 1 }
    if startsStatement {
      painter.paint(.keyword, from: start, to: end)
      startsStatement = false
    } else if painter.code[start].isDigit, !painter.code[start..<end].contains(where: Self.isAddressByte) {
      painter.paint(.number, from: start, to: end)
    } else if let ink = Self.constants.value(painter.code, start, end) {
      painter.paint(ink, from: start, to: end)
    }
    painter.index = end
  }

  private static func isAddressByte(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ":")
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    byte.isSpace || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}")
      || byte == UInt8(ascii: "$") || byte == UInt8(ascii: "\"")
  }
}
