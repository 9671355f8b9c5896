extension Language {
  static let css = Language("CSS", "css scss less sass") { painter in
    var lexer = CSSLexer()
    lexer.run(&painter)
  }
}

/// Paints style sheets: selectors, properties and values.
struct CSSLexer {
  private enum Part { case selector, property, value }

  private var part = Part.selector
  private var depth = 0

  mutating func run(_ painter: inout Painter) {
    while painter.index < painter.end { token(&painter) }
  }

  private mutating func token(_ painter: inout Painter) {
    let byte = painter.byte
    switch byte {
    case UInt8(ascii: "/"): comment(&painter)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      painter.take(.string, to: painter.afterQuoted(painter.index, escape: UInt8(ascii: "\\")) ?? painter.index &+ 1)
    case UInt8(ascii: "{"): open(&painter)
    case UInt8(ascii: "}"): close(&painter)
    case UInt8(ascii: ";"): startStatement(&painter)
    case UInt8(ascii: ":") where part == .property:
      part = .value
      painter.index &+= 1
    case UInt8(ascii: "@"): painter.take(.keyword, to: nameEnd(painter, painter.index &+ 1))
    case UInt8(ascii: "#"): hash(&painter)
    case UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "&"):
      if part == .value || nameEnd(painter, painter.index &+ 1) == painter.index &+ 1 {
        painter.index &+= 1
      } else {
        painter.take(byte == UInt8(ascii: ":") ? .function : .type, to: nameEnd(painter, painter.index &+ 1))
      }
    default: word(byte, &painter)
    }
  }

  private mutating func open(_ painter: inout Painter) {
    depth += 1
    startStatement(&painter)
  }

  private mutating func close(_ painter: inout Painter) {
    depth = max(0, depth - 1)
    startStatement(&painter)
  }

  /// Goes behind the byte that ends the statement before, and finds out what the next one is.
  private mutating func startStatement(_ painter: inout Painter) {
    painter.index &+= 1
    part = depth == 0 || isRule(painter) ? .selector : .property
  }

  /// Whether a brace comes before the next semicolon.
  private func isRule(_ painter: borrowing Painter) -> Bool {
    var position = painter.index
    while position < painter.end {
      switch painter.code[position] {
      case UInt8(ascii: "{"): return true
      case UInt8(ascii: ";"), UInt8(ascii: "}"): return false
      default: position &+= 1
      }
    }
    return false
  }

  private func comment(_ painter: inout Painter) {
    if painter.has("/*", at: painter.index) {
      var end = painter.index &+ 2
      while end < painter.end, !painter.has("*/", at: end) { end &+= 1 }
      painter.take(.comment, to: end &+ 2)
    } else if painter.has("//", at: painter.index), part != .value {
      painter.takeLine(.comment)
    } else {
      painter.index &+= 1
    }
  }

  /// A colour, or an id in a selector.
  private func hash(_ painter: inout Painter) {
    painter.take(part == .value ? .number : .type, to: nameEnd(painter, painter.index &+ 1))
  }

  private func nameEnd(_ painter: borrowing Painter, _ start: Int) -> Int {
    var end = start
    while painter[end].continuesWord || painter[end] == UInt8(ascii: "-") { end &+= 1 }
    return end
  }

  private func word(_ byte: UInt8, _ painter: inout Painter) {
    let start = painter.index
    if byte.isDigit || byte == UInt8(ascii: "-") && painter[start &+ 1].isDigit {
      var end = painter.afterNumber(start &+ 1)
      if painter[end] == UInt8(ascii: "%") { end &+= 1 }
      return painter.take(.number, to: end)
    }
    let end = nameEnd(painter, start)
    guard end > start else { return painter.index &+= 1 }
    painter.index = end
    if painter.has("--", at: start) {
      painter.paint(.variable, from: start, to: end)
    } else if painter.byte == UInt8(ascii: "(") {
      painter.paint(.function, from: start, to: end)
    } else if part != .value {
      // `(min-width: 40em)` in a condition.
      let isKey =
        part == .property
        || painter.byte == UInt8(ascii: ":") && start > 0 && painter.code[start - 1] == UInt8(ascii: "(")
      painter.paint(isKey ? .key : .type, from: start, to: end)
    }
  }
}
