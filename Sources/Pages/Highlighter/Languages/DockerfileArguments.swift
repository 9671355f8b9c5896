/// What stands behind an instruction.
extension DockerfileLexer {
  mutating func arguments(_ arguments: Arguments?, _ painter: inout Painter) {
    guard let arguments else { return words(&painter) }
    flags(&painter)
    if painter.byte == UInt8(ascii: "["), arguments != .image, closesBracket(painter) {
      return painter.embed(.json, to: painter.end)
    }
    switch arguments {
    case .image: image(&painter)
    case .command: command(&painter)
    case .pairs: pairs(&painter)
    case .variables: names(&painter, .variable)
    case .health: health(&painter)
    case .ports: words(&painter, numbers: true)
    case .files, .words, .instruction: words(&painter)
    }
  }

  /// The exec form ends with its bracket.
  private func closesBracket(_ painter: borrowing Painter) -> Bool {
    var last = painter.end
    while last > painter.index, painter.code[last - 1].isSpace { last -= 1 }
    return last > painter.index && painter.code[last - 1] == UInt8(ascii: "]")
  }

  /// `--from=build` and the like, before the arguments.
  private mutating func flags(_ painter: inout Painter) {
    while true {
      blanks(&painter)
      guard painter.has("--", at: painter.index), painter[painter.index &+ 2].isLetter else { return }
      let start = painter.index
      while painter.index < painter.end, !painter.byte.isSpace, painter.byte != UInt8(ascii: "=") {
        painter.index &+= 1
      }
      painter.paint(.option, from: start, to: painter.index)
      guard painter.byte == UInt8(ascii: "=") else { continue }
      painter.index &+= 1
      flagValue(isStage: painter.has("--from", at: start), &painter)
    }
  }

  private mutating func flagValue(isStage: Bool, _ painter: inout Painter) {
    let start = painter.index
    while painter.index < painter.end, !painter.byte.isSpace {
      switch painter.byte {
      case UInt8(ascii: "$"): variable(&painter)
      case UInt8(ascii: "\""): quoted(&painter)
      default: painter.index &+= 1
      }
    }
    if isStage { painter.paint(.type, from: start, to: painter.index) }
  }

  /// Blanks, escaped line feeds, and the comments between lines.
  func blanks(_ painter: inout Painter) {
    while painter.index < painter.end {
      let byte = painter.byte
      if byte.isBlank || byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\n") {
        painter.index &+= 1
      } else if byte == escape, painter[painter.afterBlanks(painter.index &+ 1)].isSpace {
        painter.index &+= 1
      } else if byte == UInt8(ascii: "#"), painter.startsLine(painter.index) {
        painter.takeLine(.comment)
      } else {
        return
      }
    }
  }

  private mutating func image(_ painter: inout Painter) {
    let start = painter.index
    var name = start
    while name < painter.end, !painter.code[name].isSpace { name &+= 1 }
    let isStage = stages.contains { painter.code[$0].elementsEqual(painter.code[start..<name]) }
    word(isStage ? .type : .string, to: name, &painter)
    blanks(&painter)
    let mark = painter.index
    guard painter[mark] | 0x20 == UInt8(ascii: "a"), painter[mark &+ 1] | 0x20 == UInt8(ascii: "s") else {
      return words(&painter)
    }
    painter.take(.keyword, 2)
    blanks(&painter)
    let alias = painter.index
    var end = alias
    while end < painter.end, !painter.code[end].isSpace { end &+= 1 }
    word(.type, to: end, &painter)
    if stages.count < 16, end > alias { stages.append(alias..<end) }
    words(&painter)
  }

  /// Paints a word with the variables in it.
  private func word(_ ink: Ink, to end: Int, _ painter: inout Painter) {
    while painter.index < end {
      if painter.byte == UInt8(ascii: "$") { variable(&painter) } else { painter.take(ink, 1) }
    }
  }

  private mutating func command(_ painter: inout Painter) {
    let isOnlyText = painter.has("<<", at: painter.index)
    var lexer = ShellLexer(joiningLines: true, escape: escape)
    lexer.run(&painter)
    heredocs = lexer.heredocs
    guard isOnlyText else { return }
    // `RUN <<EOF` alone: the text is what runs.
    for number in heredocs.indices { heredocs[number].language = .shell }
  }

  private mutating func health(_ painter: inout Painter) {
    let start = painter.index
    let end = painter.afterWord(start)
    guard end > start else { return words(&painter) }
    painter.take(.keyword, to: end)
    blanks(&painter)
    if painter.byte == UInt8(ascii: "[") { return painter.embed(.json, to: painter.end) }
    command(&painter)
  }
}

/// Words, pairs and variables, as most instructions have them.
extension DockerfileLexer {
  mutating func words(_ painter: inout Painter, numbers: Bool = false) {
    while painter.index < painter.end {
      let byte = painter.byte
      switch byte {
      case UInt8(ascii: "$"): variable(&painter)
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quoted(&painter)
      case UInt8(ascii: "<"): heredoc(&painter)
      case UInt8(ascii: "#") where painter.startsLine(painter.index): painter.takeLine(.comment)
      case _ where numbers && byte.isDigit: painter.take(.number, to: painter.afterNumber(painter.index))
      case escape: painter.index = min(painter.index &+ 2, painter.end)
      default: painter.index &+= 1
      }
    }
  }

  /// `NAME=value …`, or `NAME value`.
  mutating func pairs(_ painter: inout Painter) {
    let start = painter.index
    while painter.index < painter.end, !painter.byte.isSpace, painter.byte != UInt8(ascii: "=") {
      if painter.byte == UInt8(ascii: "\"") { quoted(&painter) } else { painter.index &+= 1 }
    }
    guard painter.byte == UInt8(ascii: "=") else {
      painter.paint(.key, from: start, to: painter.index)
      return words(&painter)
    }
    painter.index = start
    names(&painter, .key)
  }

  /// Names, each with a value or without.
  mutating func names(_ painter: inout Painter, _ ink: Ink) {
    while true {
      blanks(&painter)
      guard painter.index < painter.end else { return }
      let start = painter.index
      if painter.byte == UInt8(ascii: "\"") || painter.byte == UInt8(ascii: "'") { skipQuoted(&painter) }
      while painter.index < painter.end, !painter.byte.isSpace, painter.byte != UInt8(ascii: "=") {
        painter.index &+= 1
      }
      painter.paint(ink, from: start, to: painter.index)
      value(&painter)
      if painter.index == start { painter.index &+= 1 }
    }
  }

  private func value(_ painter: inout Painter) {
    while painter.index < painter.end, !painter.byte.isSpace {
      switch painter.byte {
      case UInt8(ascii: "$"): variable(&painter)
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quoted(&painter)
      case escape:
        if painter[painter.index &+ 1].isSpace { return }
        painter.index = min(painter.index &+ 2, painter.end)
      default: painter.index &+= 1
      }
    }
  }

  func variable(_ painter: inout Painter) {
    let start = painter.index
    if painter[start &+ 1] == UInt8(ascii: "{") {
      var end = start &+ 2
      while painter[end] != UInt8(ascii: "}"), painter[end] != UInt8(ascii: "\n"), end < painter.end { end &+= 1 }
      painter.take(.variable, to: end &+ (painter[end] == UInt8(ascii: "}") ? 1 : 0))
    } else {
      let end = painter.afterWord(start &+ 1)
      if end > start &+ 1 { painter.take(.variable, to: end) } else { painter.index &+= 1 }
    }
  }

  private func skipQuoted(_ painter: inout Painter) {
    painter.index = painter.afterQuoted(painter.index, escape: escape, multiline: true) ?? painter.index &+ 1
  }

  /// Quoted text; between double quotes variables are expanded.
  func quoted(_ painter: inout Painter) {
    let start = painter.index
    let quote = painter.byte
    guard painter.find(quote, from: start &+ 1) != nil else { return painter.index &+= 1 }
    var from = start
    painter.index &+= 1
    while painter.index < painter.end, painter.byte != quote {
      if painter.byte == UInt8(ascii: "$"), quote == UInt8(ascii: "\"") {
        painter.paint(.string, from: from, to: painter.index)
        variable(&painter)
        from = painter.index
      } else {
        painter.index = min(painter.index &+ (painter.byte == escape ? 2 : 1), painter.end)
      }
    }
    painter.index = min(painter.index &+ 1, painter.end)
    painter.paint(.string, from: from, to: painter.index)
  }

  private mutating func heredoc(_ painter: inout Painter) {
    guard let heredoc = Heredoc(at: painter.index, painter) else { return painter.index &+= 1 }
    heredoc.paintMark(&painter)
    if heredocs.count < 16 { heredocs.append(heredoc) }
  }
}
