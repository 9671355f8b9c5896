/// The words of a shell command.
extension ShellLexer {
  /// What a word does where a command is expected.
  enum Role: UInt8, Sendable {
    /// A command follows, as after `if`.
    case opens
    /// A word of the language without a command behind it.
    case closes
    case loop, choice
    /// A command that takes another command.
    case wraps
    /// A command that takes assignments.
    case declares
  }

  static let roles = WordTable<Role>(
    (.opens, "if then else elif while until do time ! {"),
    (.closes, "fi done esac } [[ ]] return break continue function"),
    (.loop, "for select"), (.choice, "case"),
    (.wraps, "sudo exec command builtin nohup env xargs nice eval doas watch"),
    (.declares, "export local declare readonly typeset"))

  @inline(__always)
  static func endsWord(_ byte: UInt8) -> Bool {
    // Letters, and the bytes from `*` to `:` (digits, `-`, `.`, `/`): most of what commands are made of.
    guard !byte.isLetter, byte &- UInt8(ascii: "*") >= 17 else { return false }
    return switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "'"),
      UInt8(ascii: "\""), UInt8(ascii: "`"), UInt8(ascii: "$"), UInt8(ascii: "|"), UInt8(ascii: "&"),
      UInt8(ascii: ";"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "("), UInt8(ascii: ")"),
      UInt8(ascii: "\\"):
      true
    default: false
    }
  }

  mutating func word(_ painter: inout Painter) {
    let start = painter.index
    let end = painter.next(from: start &+ 1, where: Self.endsWord)
    painter.index = end
    guard context != .arithmetic else { return number(from: start, to: end, &painter) }
    guard let expected = enterWord() else { return }
    if painter.code[start] == UInt8(ascii: "-"), end - start > 1 {
      return option(from: start, to: end, expected, &painter)
    }
    switch expected {
    case .command: command(from: start, to: end, &painter)
    case .assignment: assignment(from: start, to: end, &painter)
    case .loopVariable: painter.paint(.variable, from: start, to: end)
    case .list: list(from: start, to: end, &painter)
    case .argument: argument(from: start, to: end, &painter)
    case .value: break
    }
  }

  /// `--name=value`: the name, up to the sign.
  private mutating func option(from start: Int, to end: Int, _ expected: Expectation, _ painter: inout Painter) {
    var stop = start &+ 1
    while stop < end, painter.code[stop] != UInt8(ascii: "=") { stop &+= 1 }
    painter.paint(.option, from: start, to: stop)
    guard expected == .command else { return }
    // A wrapper's option: some take a value, and the command comes only then.
    let takesValue = stop == end && end - start == 2 && Self.valued.contains(painter.code[start &+ 1])
    self.expected = takesValue ? .value : .command
  }

  private static let valued = ByteSet("ugnILPChpd")

  private mutating func command(from start: Int, to end: Int, _ painter: inout Painter) {
    if let sign = assignmentSign(from: start, to: end, painter) {
      painter.paint(.variable, from: start, to: sign)
      expected = .command
      return
    }
    guard let role = Self.roles.value(painter.code, start, end) else {
      if Self.isCommand(painter, from: start, to: end), !isPattern(painter) {
        painter.paint(.function, from: start, to: end)
      }
      return
    }
    let isCommand = role == .wraps || role == .declares
    painter.paint(isCommand ? .function : .keyword, from: start, to: end)
    switch role {
    case .opens, .wraps: expected = .command
    case .closes: expected = .argument
    case .loop: expected = .loopVariable
    case .choice: expected = .list
    case .declares: expected = .assignment
    }
  }

  /// Whether a word can be a command. In a block that shows output too, most that comes first on a line cannot.
  private static func isCommand(_ painter: borrowing Painter, from start: Int, to end: Int) -> Bool {
    let first = painter.code[start]
    let last = painter.code[end - 1]
    guard first < 0x80, first != UInt8(ascii: "-"), last != UInt8(ascii: ":") || end - start == 1 else { return false }
    return (last != UInt8(ascii: ".") || end - start == 1) && !isTableHead(painter, from: start, to: end)
  }

  /// Whether a word is the first of a table's head, as in `NAME    STATUS`.
  static func isTableHead(_ painter: borrowing Painter, from start: Int, to end: Int) -> Bool {
    guard end - start >= 2, painter[end].isBlank, painter[end &+ 1].isBlank else { return false }
    return painter.code[start].isUppercase && painter.code[start + 1].isUppercase
      && painter[painter.afterBlanks(end)].isUppercase
  }

  /// Whether the word that ends here is a pattern of a `case`.
  private func isPattern(_ painter: borrowing Painter) -> Bool {
    outer.isEmpty && painter.byte == UInt8(ascii: ")")
  }

  private func assignment(from start: Int, to end: Int, _ painter: inout Painter) {
    if let sign = assignmentSign(from: start, to: end, painter) {
      painter.paint(.variable, from: start, to: sign)
    } else if painter.afterWord(start) == end {
      painter.paint(.variable, from: start, to: end)
    }
  }

  /// Where the `=` (or `+=`) of `NAME=…` is.
  private func assignmentSign(from start: Int, to end: Int, _ painter: borrowing Painter) -> Int? {
    guard painter.code[start].startsWord else { return nil }
    var position = min(painter.afterWord(start), end)
    let name = position
    if painter[position] == UInt8(ascii: "[") {
      while position < end, painter.code[position] != UInt8(ascii: "]") { position &+= 1 }
      position &+= 1
    }
    if painter[position] == UInt8(ascii: "+") { position &+= 1 }
    return position < end && painter.code[position] == UInt8(ascii: "=") ? name : nil
  }

  private mutating func list(from start: Int, to end: Int, _ painter: inout Painter) {
    guard end - start == 2, painter.has("in", at: start) else { return }
    painter.paint(.keyword, from: start, to: end)
    expected = .argument
  }

  /// An argument: `2` before `>` belongs to the redirection, `]]` and `}` close.
  private func argument(from start: Int, to end: Int, _ painter: inout Painter) {
    let byte = painter.code[start]
    if byte.isDigit, end - start == 1, painter.byte == UInt8(ascii: ">") || painter.byte == UInt8(ascii: "<") {
      painter.paint(.option, from: start, to: end)
    } else if byte == UInt8(ascii: "]"), end - start == 2, painter.has("]]", at: start) {
      painter.paint(.keyword, from: start, to: end)
    }
  }

  private func number(from start: Int, to end: Int, _ painter: inout Painter) {
    var position = start
    while position < end {
      let stop = painter.afterWord(position)
      if stop > position {
        painter.paint(painter.code[position].isDigit ? .number : .variable, from: position, to: stop)
      }
      position = max(stop, position &+ 1)
    }
  }
}
