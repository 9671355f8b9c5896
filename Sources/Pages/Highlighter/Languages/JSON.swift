extension Language {
  static let json = Language("JSON", "json jsonc json5 jsonl ndjson geojson webmanifest") { painter in
    while painter.index < painter.end { JSONLexer.token(&painter) }
  }
}

/// Paints JSON, with the comments and bare keys of its relatives.
enum JSONLexer {
  private static let constants = WordTable<Ink>((.number, "true false null Infinity NaN"))

  static func token(_ painter: inout Painter) {
    let byte = painter.code[painter.index]
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): string(&painter)
    case UInt8(ascii: "-") where painter[painter.index &+ 1].isDigit, UInt8(ascii: "0")...UInt8(ascii: "9"):
      painter.take(.number, to: painter.afterNumber(painter.index &+ 1))
    case UInt8(ascii: "#"): painter.takeLine(.comment)
    case UInt8(ascii: "/"): comment(&painter)
    case _ where byte.startsWord: word(&painter)
    default: painter.index &+= 1
    }
  }

  private static func string(_ painter: inout Painter) {
    guard let end = painter.afterQuoted(painter.index, escape: UInt8(ascii: "\\")) else {
      // Not closed on its line: the line is not understood.
      painter.index = painter.lineEnd(from: painter.index)
      return
    }
    painter.take(isKey(painter, end) ? .key : .string, to: end)
  }

  private static func isKey(_ painter: borrowing Painter, _ end: Int) -> Bool {
    painter[painter.afterBlanks(end)] == UInt8(ascii: ":")
  }

  private static func word(_ painter: inout Painter) {
    let end = painter.afterWord(painter.index)
    if isKey(painter, end) {
      painter.take(.key, to: end)
    } else if let ink = constants.value(painter.code, painter.index, end) {
      painter.take(ink, to: end)
    } else {
      painter.index = end
    }
  }

  private static func comment(_ painter: inout Painter) {
    if painter.has("//", at: painter.index) {
      painter.takeLine(.comment)
    } else if painter.has("/*", at: painter.index) {
      var end = painter.index &+ 2
      while end < painter.end, !painter.has("*/", at: end) { end &+= 1 }
      painter.take(.comment, to: end &+ 2)
    } else {
      painter.index &+= 1
    }
  }
}
