extension Language {
  static let console = Language(
    "Console", "console shell-session shellsession sh-session terminal session bash-session"
  ) { painter in
    var lexer = ConsoleLexer()
    lexer.run(&painter)
  }
}

/// Paints a session: prompts, commands over all their lines, and output.
struct ConsoleLexer {
  /// What a prompt asks for.
  private enum Kind {
    /// Commands of a Bourne shell.
    case shell
    /// Commands of PowerShell or of the Windows shell.
    case windows
    /// Statements of a database: `mysql>`, `postgres=#`.
    case database
    /// Statements of Python: `>>>`.
    case python
    /// Statements of something else.
    case other

    /// What is written behind the prompt.
    var language: Language {
      switch self {
      case .shell: .shell
      case .windows: .powershell
      case .database: .sql
      case .python: .python
      case .other: .text
      }
    }
  }

  private struct Prompt {
    var kind: Kind
    var end: Int
  }

  /// Whether some prompt is a `$`; `# ` starts a comment then.
  private var hasDollar = false
  /// Whether the first line begins with `> `; elsewhere that is output, as curl's.
  private var hasAngle = false
  /// The output since the last command.
  private var output = 0..<0

  /// Whether the first line that is not empty begins with `$ ` or with `user@host …$ `.
  static func startsWithPrompt(_ painter: borrowing Painter) -> Bool {
    var start = painter.index
    while painter[start].isSpace { start &+= 1 }
    guard let end = shellPrompt(painter, start, sign: UInt8(ascii: "$")) else { return false }
    return painter.code[end - 1].isBlank
  }

  mutating func run(_ painter: inout Painter) {
    hasDollar = Self.findsDollar(painter)
    hasAngle = painter.has("> ", at: painter.index)
    var mayComment = true
    while painter.index < painter.end {
      let start = painter.index
      let end = painter.lineEnd(from: start)
      if let prompt = prompt(painter) {
        endOutput(&painter)
        command(prompt, &painter)
        mayComment = true
      } else if mayComment, painter.byte == UInt8(ascii: "#") {
        endOutput(&painter)
        painter.takeLine(.comment)
      } else {
        mayComment = start == end
        if start < end { output = output.isEmpty ? start..<end : output.lowerBound..<end }
        painter.index = end
      }
      painter.index = min(painter.index &+ 1, painter.end)
    }
    endOutput(&painter)
  }

  private mutating func endOutput(_ painter: inout Painter) {
    painter.paint(.output, from: output.lowerBound, to: output.upperBound)
    output = 0..<0
  }

  private static func findsDollar(_ painter: borrowing Painter) -> Bool {
    var line = painter.index
    while line < painter.end {
      if shellPrompt(painter, painter.afterBlanks(line), sign: UInt8(ascii: "$")) != nil { return true }
      line = painter.lineEnd(from: line) &+ 1
    }
    return false
  }
}

// MARK: Prompts

extension ConsoleLexer {
  /// The prompt that the line at hand begins with.
  private func prompt(_ painter: borrowing Painter) -> Prompt? {
    let start = painter.afterBlanks(painter.index)
    if let end = Self.shellPrompt(painter, start, sign: UInt8(ascii: "$")) { return Prompt(kind: .shell, end: end) }
    if let end = Self.shellPrompt(painter, start, sign: UInt8(ascii: "%")) { return Prompt(kind: .shell, end: end) }
    if let end = Self.shellPrompt(painter, start, sign: UInt8(ascii: "#")), !hasDollar || end - start > 2 {
      return Prompt(kind: .shell, end: end)
    }
    return otherPrompt(painter, start)
  }

  /// Where a prompt that ends with `sign` and a blank ends: `$ `, `user@host:~$ `, `/app # `, `bash-5.2$ `, `(env) $ `.
  static func shellPrompt(_ painter: borrowing Painter, _ start: Int, sign: UInt8) -> Int? {
    guard beginsPrompt(painter, start, sign) else { return nil }
    var position = start
    let stop = min(painter.end, start + 80)
    while position < stop {
      let byte = painter.code[position]
      if byte == sign {
        guard painter[position &+ 1].isSpace || position &+ 1 >= painter.end else { return nil }
        return painter[position &+ 1].isBlank ? position &+ 2 : position &+ 1
      }
      guard byte.continuesWord || promptBytes.contains(byte) else { return nil }
      position &+= 1
    }
    return nil
  }

  private static let promptBytes = ByteSet(" @.:~/-[]()")

  /// Whether a line begins like a prompt: with its sign, a user, a place, a shell or an environment.
  private static func beginsPrompt(_ painter: borrowing Painter, _ start: Int, _ sign: UInt8) -> Bool {
    switch painter[start] {
    case sign, UInt8(ascii: "/"), UInt8(ascii: "~"), UInt8(ascii: "("), UInt8(ascii: "["): return true
    case UInt8(ascii: "b") where painter.has("bash-", at: start): return true
    case UInt8(ascii: "s") where painter.has("sh-", at: start): return true
    default: break
    }
    var position = start
    let stop = start + 40
    while painter[position].continuesWord || painter[position] == UInt8(ascii: "-"), position < stop { position &+= 1 }
    return position > start && painter[position] == UInt8(ascii: "@")
  }

  /// `PS C:\> `, `C:\> `, `> `, `>>> `, `mysql> `, `postgres=# `, `127.0.0.1:6379> `.
  private func otherPrompt(_ painter: borrowing Painter, _ start: Int) -> Prompt? {
    let isPowerShell = painter.has("PS", at: start) && !painter[start &+ 2].isLetter
    let isDrive = painter[start].isLetter && painter.has(":\\", at: start &+ 1)
    let isWindows = isPowerShell || isDrive
    guard isWindows || start == painter.index else { return nil }
    let stop = min(painter.end, start + (isWindows ? 80 : 24))
    var position = start
    while position < stop, !endsPrompt(painter, position) {
      let byte = painter.code[position]
      guard byte != UInt8(ascii: "\n"), isWindows || byte.continuesWord || Self.nameBytes.contains(byte) else {
        return nil
      }
      position &+= 1
    }
    guard position < stop, isWindows || position == start || painter[start].continuesWord else { return nil }
    if position == start, !hasAngle, !painter.has(">>> ", at: start) { return nil }
    let kind: Kind = isWindows ? .windows : Self.kind(painter, start, position)
    repeat { position &+= 1 } while painter[position] == UInt8(ascii: ">") && position < stop
    guard isWindows || painter[position].isSpace || position >= painter.end else { return nil }
    return Prompt(kind: kind, end: painter[position].isBlank ? position &+ 1 : position)
  }

  private func endsPrompt(_ painter: borrowing Painter, _ position: Int) -> Bool {
    switch painter.code[position] {
    case UInt8(ascii: ">"): true
    case UInt8(ascii: "#"): position > painter.index && painter.code[position - 1] == UInt8(ascii: "=")
    default: false
    }
  }

  /// What a prompt asks for whose sign is at `sign`.
  private static func kind(_ painter: borrowing Painter, _ start: Int, _ sign: Int) -> Kind {
    if painter.has(">>>", at: start) { return .python }
    guard sign - start >= 3 else { return .other }
    let isDatabase = painter.has("sql", at: sign - 3) || painter.has("sqlite", at: start)
    return isDatabase || painter.code[sign - 1] == UInt8(ascii: "=") ? .database : .other
  }

  private static let nameBytes = ByteSet("-.:()=")
}

// MARK: Commands

extension ConsoleLexer {
  private func command(_ prompt: Prompt, _ painter: inout Painter) {
    painter.take(.prompt, to: prompt.end)
    guard prompt.kind != .shell else { return shellCommand(&painter) }
    let end = painter.lineEnd(from: painter.index)
    painter.noteCommand(from: painter.index, to: painter.trimmed(end, from: painter.index))
    painter.embed(prompt.kind.language, to: end)
  }

  /// A command over all its lines. Where a session shows `> ` before the lines after the first, each is a part of its
  /// own, so that the prompt is not copied.
  private func shellCommand(_ painter: inout Painter) {
    var lexer = ShellLexer()
    var extent = CommandExtent()
    var isText = false
    while true {
      let end = extent.partEnd(painter)
      painter.noteCommand(from: painter.index, to: painter.trimmed(end, from: painter.index))
      if isText { painter.take(.string, to: end) } else { painter.inside(end) { lexer.run(&$0) } }
      guard extent.isOpen, CommandExtent.continues(painter, at: end &+ 1) else { return }
      painter.index = end &+ 1
      painter.take(.prompt, 2)
      lexer.isAtWord = true
      isText = extent.isInText
    }
  }
}
