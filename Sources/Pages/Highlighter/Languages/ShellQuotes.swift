/// Quotes and expansions of the shell.
extension ShellLexer {
  /// `'…'`; `start` is where its ink begins (`$'…'` begins at the dollar sign).
  mutating func literal(from start: Int, _ painter: inout Painter) {
    _ = enterWord()
    guard let end = painter.find(UInt8(ascii: "'"), from: painter.index &+ 1) else { return painter.index &+= 1 }
    painter.paint(.string, from: start, to: end &+ 1)
    painter.index = end &+ 1
  }

  mutating func openQuote(_ painter: inout Painter) {
    _ = enterWord()
    // A quote that is never closed is only a sign.
    guard painter.find(UInt8(ascii: "\""), from: painter.index &+ 1) != nil else { return painter.index &+= 1 }
    painter.take(.string, 1)
    push(.quote)
  }

  /// The text between two quotes, or of a heredoc, up to what is special in it.
  mutating func quoted(_ painter: inout Painter) {
    let start = painter.index
    while painter.index < painter.end {
      switch painter.code[painter.index] {
      case UInt8(ascii: "\"") where context == .quote:
        painter.paint(.string, from: start, to: painter.index &+ 1)
        painter.index &+= 1
        return pop()
      case UInt8(ascii: "\\"):
        painter.index = min(painter.index &+ 2, painter.end)
      case UInt8(ascii: "$") where expands(painter):
        painter.paint(.string, from: start, to: painter.index)
        return dollar(&painter)
      case UInt8(ascii: "`") where painter.find(UInt8(ascii: "`"), from: painter.index &+ 1) != nil:
        painter.paint(.string, from: start, to: painter.index)
        painter.take(.option, 1)
        push(.backtick)
        isAtWord = true
        return
      default: painter.index &+= 1
      }
    }
    painter.paint(.string, from: start, to: painter.index)
  }

  /// Whether the dollar sign starts an expansion.
  private func expands(_ painter: borrowing Painter) -> Bool {
    let next = painter[painter.index &+ 1]
    return next == UInt8(ascii: "{") || next == UInt8(ascii: "(") || Self.namesVariable(next)
  }

  private static let specialVariables = ByteSet("0123456789@*#?$!-")

  private static func namesVariable(_ byte: UInt8) -> Bool {
    byte.startsWord && byte < 0x80 || specialVariables.contains(byte)
  }

  mutating func dollar(_ painter: inout Painter) {
    let start = painter.index
    let next = painter[start &+ 1]
    if next == UInt8(ascii: " "), isAtWord, expected == .command { return painter.take(.prompt, 2) }
    if holdsCommands { _ = enterWord() }
    switch next {
    case UInt8(ascii: "("): substitution(&painter)
    case UInt8(ascii: "{"): braces(&painter)
    case UInt8(ascii: "'") where holdsCommands:
      painter.index &+= 1
      literal(from: start, &painter)
    case _ where next.isLetter || next == UInt8(ascii: "_"):
      painter.take(.variable, to: painter.afterWord(start &+ 1))
    case _ where Self.namesVariable(next): painter.take(.variable, 2)
    default: painter.index &+= 1
    }
  }

  /// `$(…)` and `$((…))`.
  private mutating func substitution(_ painter: inout Painter) {
    if painter[painter.index &+ 2] == UInt8(ascii: "(") {
      painter.take(.option, 3)
      push(.arithmetic)
      push(.arithmetic)
    } else {
      painter.take(.option, 2)
      push(.substitution)
    }
    isAtWord = true
  }

  /// `${…}`: the simple ones at once, others as a context.
  private mutating func braces(_ painter: inout Painter) {
    let name = painter.afterWord(painter.index &+ 2)
    if painter[name] == UInt8(ascii: "}") { return painter.take(.variable, to: name &+ 1) }
    painter.take(.variable, to: max(name, painter.index &+ 2))
    push(.expansion)
  }

  mutating func expansion(_ painter: inout Painter) {
    let start = painter.index
    while painter.index < painter.end {
      switch painter.code[painter.index] {
      case UInt8(ascii: "}"):
        painter.paint(.variable, from: start, to: painter.index &+ 1)
        painter.index &+= 1
        return pop()
      case UInt8(ascii: "\n"):
        painter.paint(.variable, from: start, to: painter.index)
        return pop()
      case UInt8(ascii: "\\"):
        painter.index = min(painter.index &+ 2, painter.end)
      case UInt8(ascii: "$") where expands(painter):
        painter.paint(.variable, from: start, to: painter.index)
        return dollar(&painter)
      default: painter.index &+= 1
      }
    }
    painter.paint(.variable, from: start, to: painter.index)
  }
}
