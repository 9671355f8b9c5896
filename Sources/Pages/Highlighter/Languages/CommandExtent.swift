/// Finds the last line of a command in a session: a backslash, an open quote, a heredoc or a pipe at the end of a line
/// means that another follows.
struct CommandExtent {
  private var quote: UInt8 = 0
  /// Whether the line read last ends with `\`, `|` or `&&`.
  private var isCarriedOn = false
  private var heredocs: [Heredoc] = []
  /// A closing quote that was seen ahead.
  private var closing = 0

  /// Whether another line belongs to the command.
  var isOpen: Bool { isCarriedOn || quote != 0 || isInText }

  /// Whether the next line is text of a heredoc.
  var isInText: Bool { !isCarriedOn && quote == 0 && !heredocs.isEmpty }

  /// Whether the line at `line` begins with the prompt of a continued command.
  static func continues(_ painter: borrowing Painter, at line: Int) -> Bool {
    painter.has("> ", at: line)
  }

  /// Reads lines from the painter's place on, up to the end of the command or to a line with a prompt of its own.
  mutating func partEnd(_ painter: borrowing Painter) -> Int {
    var end = painter.index
    var line = end
    repeat {
      end = painter.lineEnd(from: line)
      read(painter, from: line, to: end)
      line = end &+ 1
    } while isOpen && line < painter.end && !Self.continues(painter, at: line) && belongs(painter, line)
    return end
  }

  /// Whether the line after an open one is really a part of the command.
  private mutating func belongs(_ painter: borrowing Painter, _ line: Int) -> Bool {
    if isInText { return true }
    if quote == 0 { return !isPrompt(painter, line) }
    guard line > closing else { return true }
    // A quote that is not closed before the next prompt was only a sign.
    var position = line
    while position < painter.end {
      if position == line || painter.code[position - 1] == UInt8(ascii: "\n"), isPrompt(painter, position) { break }
      if painter.code[position] == quote {
        closing = position
        return true
      }
      position &+= 1
    }
    quote = 0
    return false
  }

  private func isPrompt(_ painter: borrowing Painter, _ line: Int) -> Bool {
    ConsoleLexer.shellPrompt(painter, painter.afterBlanks(line), sign: UInt8(ascii: "$")) != nil
  }

  private mutating func read(_ painter: borrowing Painter, from line: Int, to end: Int) {
    if isInText {
      if heredocs[0].delimiterEnd(painter, from: line, to: end) != nil { heredocs.removeFirst() }
      return
    }
    isCarriedOn = false
    let last = painter.trimmed(end, from: line)
    var position = line
    while position < end {
      let byte = painter.code[position]
      if byte == UInt8(ascii: "\\"), quote != UInt8(ascii: "'") {
        isCarriedOn = last == position &+ 1
        position &+= 2
      } else if quote != 0 {
        if byte == quote { quote = 0 }
        position &+= 1
      } else {
        position = readPlain(byte, painter, position, end)
      }
    }
    if quote == 0, !isCarriedOn { isCarriedOn = endsWithOperator(painter, from: line, to: last) }
  }

  /// Reads what is not quoted and gives the next place.
  private mutating func readPlain(_ byte: UInt8, _ painter: borrowing Painter, _ position: Int, _ end: Int) -> Int {
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "\""): quote = byte
    case UInt8(ascii: "#") where painter.code[position - 1].isBlank: return end
    case UInt8(ascii: "<"):
      if painter.has("<<<", at: position) { return position &+ 3 }
      if let heredoc = Heredoc(at: position, painter), heredocs.count < 16 { heredocs.append(heredoc) }
      return painter[position &+ 1] == UInt8(ascii: "<") ? position &+ 2 : position &+ 1
    default: break
    }
    return position &+ 1
  }

  private func endsWithOperator(_ painter: borrowing Painter, from line: Int, to last: Int) -> Bool {
    guard last - 2 >= line else { return false }
    return painter.code[last - 1] == UInt8(ascii: "|") || painter.has("&&", at: last - 2)
  }
}
