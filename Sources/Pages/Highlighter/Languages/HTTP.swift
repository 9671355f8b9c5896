extension Language {
  static let http = Language("HTTP", "http https") { painter in
    var isBody = false
    while painter.index < painter.end {
      let end = painter.lineEnd(from: painter.index)
      if isBody {
        let language = Sniffer.language(of: painter, from: painter.index, to: painter.end)
        return painter.embed(language ?? .text, to: painter.end)
      }
      isBody = painter.trimmed(end, from: painter.index) == painter.index
      painter.inside(end) { HTTPLexer.line(&$0) }
      painter.index = min(end &+ 1, painter.end)
    }
  }
}

/// Paints the head of a message: the first line and the fields.
enum HTTPLexer {
  static func line(_ painter: inout Painter) {
    let start = painter.index
    let word = painter.afterWord(start)
    if painter.has("HTTP/", at: start) {
      painter.take(.keyword, to: start &+ 8)
      painter.skipBlanks()
      painter.take(.number, to: painter.afterNumber(painter.index))
    } else if painter[start].isUppercase, painter[word].isBlank, painter[painter.afterBlanks(word)] == UInt8(ascii: "/")
    {
      painter.take(.keyword, to: word)
    } else if let colon = painter.find(UInt8(ascii: ":"), from: start) {
      painter.take(.key, to: colon)
    }
  }
}
