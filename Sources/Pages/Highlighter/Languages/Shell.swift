extension Language {
  /// Bourne shells. What starts with a prompt is a session, whatever the fence says, and what starts like a manifest or
  /// a table is what a command printed: many pages write it so.
  static let shell = Language("Shell", "shell sh bash zsh ksh ash dash shell-script") { painter in
    switch ShellBlock(painter) {
    case .commands:
      var lexer = ShellLexer()
      lexer.run(&painter)
    case .session:
      var lexer = ConsoleLexer()
      lexer.run(&painter)
    case .settings:
      var lexer = YAMLLexer()
      lexer.run(&painter)
    case .table: painter.take(.output, to: painter.end)
    }
  }
}

/// What a block that is said to be shell really holds.
private enum ShellBlock {
  case commands, session, settings, table

  /// Looks at the first line that is not empty.
  init(_ painter: borrowing Painter) {
    let start = painter.next(from: painter.index) { !$0.isSpace }
    let word = painter.next(from: start) { !$0.continuesWord && $0 != UInt8(ascii: "-") }
    if ConsoleLexer.startsWithPrompt(painter) {
      self = .session
    } else if word > start, painter[word] == UInt8(ascii: ":"), painter[word &+ 1].isSpace {
      self = .settings
    } else if ShellLexer.isTableHead(painter, from: start, to: word) {
      self = .table
    } else {
      self = .commands
    }
  }
}

/// Paints shell commands.
///
/// Substitutions, quotes and expansions nest; what is open is kept on a stack of ``Context``s.
struct ShellLexer {
  /// What kind of text the lexer is in.
  enum Context: UInt8 {
    /// Commands: the text itself, or between `(` and `)`.
    case commands
    /// Commands from `$(` to `)`.
    case substitution
    /// Commands between two backticks.
    case backtick
    /// Between `"` and `"`.
    case quote
    /// From `${` to `}`.
    case expansion
    /// Inside of `$((` and `))`, one for each parenthesis.
    case arithmetic
    /// The text of a heredoc: expansions, but no quotes.
    case text
  }

  /// What the next word is.
  enum Expectation: UInt8 {
    case command, argument
    /// `NAME=value`, as after `export`.
    case assignment
    /// The variable after `for`.
    case loopVariable
    /// `in`.
    case list
    /// The value of an option, with a command behind it: `sudo -u root …`.
    case value
  }

  var context = Context.commands
  var expected = Expectation.command
  private(set) var outer: [(context: Context, expected: Expectation)] = []
  /// Whether the next word starts here: what follows a quote without a blank belongs to the same word.
  var isAtWord = true
  /// Whether a line feed is only a blank, as in the commands of a Dockerfile's `RUN`.
  private let joinsLines: Bool
  /// What escapes: a backslash, but a Dockerfile may choose the backtick.
  private let escapeByte: UInt8
  /// The heredocs whose text begins at the next line.
  var heredocs: [Heredoc] = []

  init(joiningLines: Bool = false, escape: UInt8 = UInt8(ascii: "\\")) {
    joinsLines = joiningLines
    escapeByte = escape
  }

  mutating func run(_ painter: inout Painter) {
    while painter.index < painter.end {
      switch context {
      case .quote, .text: quoted(&painter)
      case .expansion: expansion(&painter)
      case .commands, .substitution, .backtick, .arithmetic: commands(&painter)
      }
    }
  }

  mutating func push(_ context: Context) {
    outer.append((self.context, expected))
    self.context = context
    expected = holdsCommands ? .command : .argument
  }

  mutating func pop() {
    guard let last = outer.popLast() else { return }
    (context, expected) = last
    isAtWord = false
  }

  /// Whether the context is one of commands.
  var holdsCommands: Bool { context == .commands || context == .substitution || context == .backtick }

  /// A word begins or goes on; says what it was expected to be.
  mutating func enterWord() -> Expectation? {
    guard isAtWord else { return nil }
    isAtWord = false
    let result = expected
    switch expected {
    case .command: expected = .argument
    case .loopVariable: expected = .list
    case .value: expected = .command
    case .argument, .assignment, .list: break
    }
    return result
  }
}

// MARK: Commands

extension ShellLexer {
  private mutating func commands(_ painter: inout Painter) {
    let byte = painter.code[painter.index]
    switch byte {
    case escapeByte: escape(&painter)
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
      painter.index &+= 1
      isAtWord = true
    case UInt8(ascii: "\n"): lineFeed(&painter)
    case UInt8(ascii: "#") where isAtWord && context != .arithmetic: painter.takeLine(.comment)
    case UInt8(ascii: "'"): literal(from: painter.index, &painter)
    case UInt8(ascii: "\""): openQuote(&painter)
    case UInt8(ascii: "`"): backtick(&painter)
    case UInt8(ascii: "$"): dollar(&painter)
    case UInt8(ascii: "|"), UInt8(ascii: "&"), UInt8(ascii: ";"): separator(byte, &painter)
    case UInt8(ascii: "<"), UInt8(ascii: ">"): redirection(&painter)
    case UInt8(ascii: "("): parenthesis(&painter)
    case UInt8(ascii: ")"): closeParenthesis(&painter)
    case UInt8(ascii: "\\"): escape(&painter)
    default: word(&painter)
    }
  }

  private mutating func lineFeed(_ painter: inout Painter) {
    painter.index &+= 1
    isAtWord = true
    guard !joinsLines else { return }
    expected = .command
    if !heredocs.isEmpty {
      let texts = heredocs
      heredocs = []
      for heredoc in texts { heredoc.paintText(&painter) }
    }
  }

  /// A backslash: with a line feed it is a blank, else a part of a word.
  private mutating func escape(_ painter: inout Painter) {
    if painter[painter.index &+ 1] == UInt8(ascii: "\n") || painter[painter.index &+ 1] == UInt8(ascii: "\r") {
      isAtWord = true
    } else {
      _ = enterWord()
    }
    painter.index = min(painter.index &+ 2, painter.end)
    if joinsLines { painter.skipBlanks() }
  }

  private mutating func separator(_ byte: UInt8, _ painter: inout Painter) {
    let start = painter.index
    while painter.byte == byte { painter.index &+= 1 }
    if byte == UInt8(ascii: "|"), painter.byte == UInt8(ascii: "&") { painter.index &+= 1 }
    painter.paint(.option, from: start, to: painter.index)
    // Behind `;;` stands the next pattern of a `case`.
    expected = byte == UInt8(ascii: ";") && painter.index - start > 1 ? .argument : .command
    isAtWord = true
  }

  private mutating func parenthesis(_ painter: inout Painter) {
    // Behind `name=` stands a list, behind a name an empty pair; elsewhere commands.
    let isList = !isAtWord && painter.index > 0 && painter.code[painter.index - 1] == UInt8(ascii: "=")
    painter.index &+= 1
    push(context == .arithmetic ? .arithmetic : .commands)
    if isList { expected = .argument }
    isAtWord = true
  }

  private mutating func closeParenthesis(_ painter: inout Painter) {
    // The end of a substitution looks like its start; a plain parenthesis stays plain.
    let isPlain = context == .commands
    if isPlain { painter.index &+= 1 } else { painter.take(.option, 1) }
    pop()
    guard isPlain else { return }
    // Behind `name()` stands a command, and behind a pattern of a `case`.
    expected = .command
    isAtWord = true
  }

  private mutating func backtick(_ painter: inout Painter) {
    if context == .backtick {
      painter.take(.option, 1)
      return pop()
    }
    guard painter.find(UInt8(ascii: "`"), from: painter.index &+ 1) != nil else { return painter.index &+= 1 }
    _ = enterWord()
    painter.take(.option, 1)
    push(.backtick)
    isAtWord = true
  }

  /// `<`, `>` and what begins with them: redirections, heredocs, and `<placeholders>`.
  private mutating func redirection(_ painter: inout Painter) {
    if let end = placeholderEnd(painter) {
      _ = enterWord()
      return painter.take(.variable, to: end)
    }
    if context != .arithmetic, let heredoc = Heredoc(at: painter.index, painter) {
      heredoc.paintMark(&painter)
      if heredocs.count < 16 { heredocs.append(heredoc) }
      isAtWord = true
      return
    }
    let start = painter.index
    let byte = painter.byte
    while painter.byte == byte { painter.index &+= 1 }
    if painter.byte == UInt8(ascii: "&") || painter.byte == UInt8(ascii: "|") { painter.index &+= 1 }
    while painter.byte.isDigit, painter.code[painter.index - 1] != byte { painter.index &+= 1 }
    painter.paint(.option, from: start, to: painter.index)
    isAtWord = false
    if painter.byte == UInt8(ascii: "(") {
      painter.take(.option, 1)
      push(.substitution)
      isAtWord = true
    } else {
      redirectTarget(&painter)
    }
  }

  /// The blanks and the first plain part of the file's name, so that it is not taken for a command.
  private mutating func redirectTarget(_ painter: inout Painter) {
    painter.skipBlanks()
    while !Self.endsWord(painter.byte), painter.index < painter.end { painter.index &+= 1 }
  }

  /// Where `<pod-name>`, a place to fill in, ends.
  private func placeholderEnd(_ painter: borrowing Painter) -> Int? {
    var position = painter.index &+ 1
    guard painter.byte == UInt8(ascii: "<"), painter[position].isLetter else { return nil }
    let stop = position + 48
    while position < stop {
      let byte = painter[position]
      if byte == UInt8(ascii: ">") { return position &+ 1 }
      guard byte.continuesWord || byte == UInt8(ascii: "-") || byte == UInt8(ascii: " ") || byte == UInt8(ascii: ".")
      else { return nil }
      position &+= 1
    }
    return nil
  }
}
