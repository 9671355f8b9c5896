import Source

extension Parser {
  /// One command with its redirections; whether there was one.
  mutating func command(in pipeline: Int) -> Bool {
    guard position < end else { return false }
    let start = position
    let (outer, outerRole) = (current, role)
    let index = begin(.simple, in: pipeline)
    nested(from: start) { parser in
      parser.role = .body
      if !parser.compound(index) { parser.simple(index) }
    }
    finish(index)
    (current, role) = (outer, outerRole)
    if commands[index].range.isEmpty { commands.removeLast() }
    return commands.count > index
  }

  /// Lists a command that begins at the position and makes it the current one.
  mutating func begin(_ kind: Script.Command.Kind, in pipeline: Int) -> Int {
    let index = commands.count
    commands.append(Script.Command(kind, role, at: position, pipeline: pipeline, parent: current))
    current = index
    return index
  }

  /// Notes where a command ends: behind its last word or bracket, not behind the blanks that follow.
  mutating func finish(_ index: Int) {
    commands[index].end = commands.count
    if commands[index].range.isEmpty {
      commands[index].range = SourceRange(commands[index].range.start, position)
    }
  }

  /// Assignments, words and redirections up to an operator.
  private mutating func simple(_ index: Int) {
    let base = (openWords.count, openAssignments.count, openRedirections.count)
    let start = position
    var stop = start
    reading: while position < end {
      switch bytes[position] {
      case UInt8(ascii: "\n"), UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: ")"):
        break reading
      case UInt8(ascii: "&") where peek(1) != UInt8(ascii: ">"):
        break reading
      case UInt8(ascii: "("):
        if openWords.count == base.0 + 1, openAssignments.count == base.1, openRedirections.count == base.2 {
          commands[index].wordRange = closeWords(from: base.0)
          return functionBody(index)
        }
        failAtUnexpected()
        break reading
      default:
        if redirection() || (openWords.count == base.0 && assignment()) { break }
        openWords.append(word())
      }
      stop = position
      skipBlanks()
    }
    commands[index].range = SourceRange(start, stop)
    commands[index].wordRange = closeWords(from: base.0)
    commands[index].assignmentRange = closeAssignments(from: base.1)
    commands[index].redirectionRange = closeRedirections(from: base.2)
  }

  /// `() …` behind the name of a function.
  private mutating func functionBody(_ index: Int) {
    let opening = SourceRange(position, position + 1)
    position += 1
    skipBlanks()
    guard peek() == UInt8(ascii: ")") else { return fail("Unexpected '('", opening) }
    position += 1
    commands[index].kind = .function
    readFunctionBody()
  }

  /// The compound command that a function runs.
  mutating func readFunctionBody() {
    skipLines()
    let (start, body) = (position, commands.count)
    singleCommand()
    guard problem == nil, commands[body].kind == .simple else { return }
    position = start
    failAtUnexpected()
  }

  /// One command as a pipeline of its own.
  mutating func singleCommand() {
    let (pipeline, inner) = (pipelines.count, commands.count)
    pipelines.append(Script.Pipeline(at: position))
    guard command(in: pipeline) else {
      failAtUnexpected()
      pipelines.removeLast()
      return
    }
    pipelines[pipeline].count = 1
    (pipelines[pipeline].first, pipelines[pipeline].last) = (inner, inner)
    pipelines[pipeline].range = commands[inner].range
  }

  // MARK: Assignments

  /// `NAME=value`, `NAME+=value` or `NAME[index]=value`; whether one was there.
  private mutating func assignment() -> Bool {
    guard let head = assignmentHead() else { return false }
    let start = position
    position = head.value
    let value = word(isValue: true)
    openAssignments.append(
      Script.Assignment(
        range: SourceRange(start, position), name: head.name, index: head.index,
        isAppended: bytes[head.value - 2] == UInt8(ascii: "+"), value: value))
    return true
  }

  /// The name and index of the assignment at the position, and where its value begins.
  private func assignmentHead() -> (name: SourceRange, index: SourceRange, value: Int)? {
    guard peek().isLetter || peek() == UInt8(ascii: "_") else { return nil }
    var offset = position
    while offset < end, bytes[offset].isNameByte { offset += 1 }
    let name = SourceRange(position, offset)
    var index = SourceRange(at: offset)
    if offset < end, bytes[offset] == UInt8(ascii: "[") {
      let start = offset + 1
      // An index is short; what is not is no index.
      while offset < end, offset - start < 256, bytes[offset] != UInt8(ascii: "]") { offset += 1 }
      guard offset < end, bytes[offset] == UInt8(ascii: "]") else { return nil }
      index = SourceRange(start, offset)
      offset += 1
    }
    if offset < end, bytes[offset] == UInt8(ascii: "+") { offset += 1 }
    guard offset < end, bytes[offset] == UInt8(ascii: "=") else { return nil }
    return (name, index, offset + 1)
  }

  // MARK: Redirections

  /// `2>&1` and its kind; whether one was there.
  mutating func redirection() -> Bool {
    let start = position
    var offset = position
    if peek().isDigit {
      while offset < end, offset - start < 10, bytes[offset].isDigit { offset += 1 }
    } else if peek() == UInt8(ascii: "{") {
      while offset < end, offset - start < 64, bytes[offset] != UInt8(ascii: "}") { offset += 1 }
      offset += 1
    }
    guard let (kind, length) = redirectionKind(at: offset) else { return false }
    let descriptor = SourceRange(start, offset)
    let sign = SourceRange(offset, offset + length)
    position = sign.end
    skipBlanks()
    guard position < end, !isDelimiter(0) || isProcessSubstitution else {
      failAtUnexpected()
      return true
    }
    let target = word()
    openRedirections.append(
      Script.Redirection(
        kind: kind, range: SourceRange(start, position), descriptor: descriptor, sign: sign, target: target))
    if kind == .heredoc { openHeredoc(target, stripsTabs: length == 3) }
    return true
  }

  private func redirectionKind(at offset: Int) -> (Script.Redirection.Kind, length: Int)? {
    func byte(_ distance: Int) -> UInt8 { offset + distance < end ? bytes[offset + distance] : 0 }
    switch (byte(0), byte(1), byte(2)) {
    case (UInt8(ascii: "<"), UInt8(ascii: "<"), UInt8(ascii: "<")): return (.herestring, 3)
    case (UInt8(ascii: "<"), UInt8(ascii: "<"), UInt8(ascii: "-")): return (.heredoc, 3)
    case (UInt8(ascii: "<"), UInt8(ascii: "<"), _): return (.heredoc, 2)
    case (UInt8(ascii: "<"), UInt8(ascii: "&"), _): return (.duplicateInput, 2)
    case (UInt8(ascii: "<"), UInt8(ascii: ">"), _): return (.readWrite, 2)
    case (UInt8(ascii: "<"), UInt8(ascii: "("), _): return nil
    case (UInt8(ascii: "<"), _, _): return (.input, 1)
    case (UInt8(ascii: ">"), UInt8(ascii: ">"), _): return (.append, 2)
    case (UInt8(ascii: ">"), UInt8(ascii: "&"), _): return (.duplicateOutput, 2)
    case (UInt8(ascii: ">"), UInt8(ascii: "|"), _): return (.clobber, 2)
    case (UInt8(ascii: ">"), UInt8(ascii: "("), _): return nil
    case (UInt8(ascii: ">"), _, _): return (.output, 1)
    case (UInt8(ascii: "&"), UInt8(ascii: ">"), UInt8(ascii: ">")): return (.appendOutputAndErrors, 3)
    case (UInt8(ascii: "&"), UInt8(ascii: ">"), _): return (.outputAndErrors, 2)
    default: return nil
    }
  }

  // MARK: Stacks

  /// Moves the words that were collected since the stack was `base` high to their table.
  mutating func closeWords(from base: Int) -> SourceRange {
    let start = words.count
    words.append(contentsOf: openWords[base...])
    openWords.removeSubrange(base...)
    return SourceRange(start, words.count)
  }

  private mutating func closeAssignments(from base: Int) -> SourceRange {
    let start = assignments.count
    assignments.append(contentsOf: openAssignments[base...])
    openAssignments.removeSubrange(base...)
    return SourceRange(start, assignments.count)
  }

  mutating func closeRedirections(from base: Int) -> SourceRange {
    let start = redirections.count
    redirections.append(contentsOf: openRedirections[base...])
    openRedirections.removeSubrange(base...)
    return SourceRange(start, redirections.count)
  }
}
