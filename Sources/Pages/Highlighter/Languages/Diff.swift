extension Language {
  static let diff = Language("Diff", "diff patch udiff") { painter in
    while painter.index < painter.end {
      let end = painter.lineEnd(from: painter.index)
      if let ink = DiffLexer.ink(painter) { painter.take(ink, to: end) }
      painter.index = min(end &+ 1, painter.end)
    }
  }
}

/// Paints changes, line by line.
enum DiffLexer {
  /// The ink of the line at hand.
  static func ink(_ painter: borrowing Painter) -> Ink? {
    switch painter.byte {
    case UInt8(ascii: "+"): painter.has("+++ ", at: painter.index) ? .heading : .inserted
    case UInt8(ascii: "-"): painter.has("--- ", at: painter.index) ? .heading : .deleted
    case UInt8(ascii: ">"): .inserted
    case UInt8(ascii: "<"): .deleted
    case UInt8(ascii: "@"), UInt8(ascii: "*"): .heading
    case UInt8(ascii: "d") where painter.has("diff ", at: painter.index): .heading
    case UInt8(ascii: "i") where painter.has("index ", at: painter.index): .heading
    case UInt8(ascii: "\\"), UInt8(ascii: "#"): .comment
    default: nil
    }
  }
}
