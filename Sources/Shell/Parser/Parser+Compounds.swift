import Source

extension Parser {
  /// The compound command at the position, as `commands[index]`; whether there was one.
  mutating func compound(_ index: Int) -> Bool {
    let start = position
    if peek() == UInt8(ascii: "(") {
      if peek(1) == UInt8(ascii: "("), let stop = arithmeticEnd(from: position) {
        arithmetic(index, stop)
      } else {
        subshell(index)
      }
    } else {
      guard let word = reservedWord(), compound(index, word) else { return false }
    }
    let base = openRedirections.count
    var stop = position
    if commands[index].kind != .function {
      skipBlanks()
      while position < end, redirection() {
        stop = position
        skipBlanks()
      }
    }
    commands[index].redirectionRange = closeRedirections(from: base)
    commands[index].range = SourceRange(start, stop)
    return true
  }

  private mutating func compound(_ index: Int, _ word: ReservedWord) -> Bool {
    switch word {
    case .openBrace: group(index)
    case .condition: condition(index)
    case .ifWord: conditional(index)
    case .whileWord: loop(index, .whileLoop, SourceRange(position, position + 5))
    case .until: loop(index, .untilLoop, SourceRange(position, position + 5))
    case .forWord: forLoop(index, .forLoop, SourceRange(position, position + 3))
    case .select: forLoop(index, .select, SourceRange(position, position + 6))
    case .caseWord: caseSelection(index)
    case .function: return function(index)
    case .coproc: return coprocess(index)
    default:
      guard word.endsList else { return false }
      failAtUnexpected()
    }
    return true
  }

  /// Commands as a part of the current one, of which there must be one.
  private mutating func body(_ part: Script.Command.Role = .body) {
    let outer = role
    role = part
    if !list() { failAtUnexpected() }
    role = outer
  }

  private mutating func close(_ opening: SourceRange, _ closing: StaticString) {
    guard problem == nil else { return }
    if !skip(word: closing) { failUnclosed(opening, closing) }
  }

  // MARK: Brackets

  private mutating func subshell(_ index: Int) {
    let opening = SourceRange(position, position + 1)
    commands[index].kind = .subshell
    position += 1
    body()
    guard peek() == UInt8(ascii: ")") else { return failUnclosed(opening, ")") }
    position += 1
  }

  private mutating func group(_ index: Int) {
    let opening = SourceRange(position, position + 1)
    commands[index].kind = .group
    position += 1
    body()
    close(opening, "}")
  }

  private mutating func arithmetic(_ index: Int, _ stop: Int) {
    commands[index].kind = .arithmetic
    let word = arithmeticWord(stop)
    commands[index].wordRange = SourceRange(words.count, words.count + 1)
    words.append(word)
  }

  // MARK: Choices and loops

  private mutating func conditional(_ index: Int) {
    let opening = SourceRange(position, position + 2)
    commands[index].kind = .conditional
    position += 2
    body(.condition)
    close(opening, "then")
    body()
    while problem == nil, skip(word: "elif") {
      body(.condition)
      close(opening, "then")
      body()
    }
    if problem == nil, skip(word: "else") { body(.otherwise) }
    close(opening, "fi")
  }

  private mutating func loop(_ index: Int, _ kind: Script.Command.Kind, _ opening: SourceRange) {
    commands[index].kind = kind
    position = opening.end
    body(.condition)
    loopBody(opening)
  }

  private mutating func loopBody(_ opening: SourceRange) {
    close(opening, "do")
    body()
    close(opening, "done")
  }

  private mutating func forLoop(_ index: Int, _ kind: Script.Command.Kind, _ opening: SourceRange) {
    commands[index].kind = kind
    position = opening.end
    skipBlanks()
    if isAt("((") {
      commands[index].kind = .arithmeticFor
      guard let stop = arithmeticEnd(from: position) else {
        return fail("Unclosed '((': '))' is missing", SourceRange(position, position + 2))
      }
      arithmetic(index, stop)
      commands[index].kind = .arithmeticFor
    } else {
      forList(index)
    }
    guard problem == nil else { return }
    skipBlanks()
    if peek() == UInt8(ascii: ";"), !isAtBranchEnd { position += 1 }
    skipLines()
    if reservedWord() == .openBrace {
      let brace = SourceRange(position, position + 1)
      position += 1
      body()
      close(brace, "}")
    } else {
      loopBody(opening)
    }
  }

  /// The variable of a loop and the words that it goes through.
  private mutating func forList(_ index: Int) {
    guard position < end, !isDelimiter(0) else { return failAtUnexpected() }
    let base = openWords.count
    openWords.append(word())
    skipLines()
    if skip(word: "in") {
      skipBlanks()
      while position < end, !isDelimiter(0) || isProcessSubstitution {
        openWords.append(word())
        skipBlanks()
      }
    }
    commands[index].wordRange = closeWords(from: base)
  }

  // MARK: case

  private mutating func caseSelection(_ index: Int) {
    let opening = SourceRange(position, position + 4)
    commands[index].kind = .caseSelection
    position += 4
    skipBlanks()
    guard position < end, !isDelimiter(0) else { return failAtUnexpected() }
    let subject = word()
    commands[index].wordRange = SourceRange(words.count, words.count + 1)
    words.append(subject)
    skipLines()
    close(opening, "in")
    skipLines()
    while problem == nil, position < end, reservedWord() != .esac {
      branch(in: index)
      skipLines()
    }
    close(opening, "esac")
  }

  /// `a | b) …;;`
  private mutating func branch(in selection: Int) {
    let (outer, outerRole) = (current, role)
    let start = position
    let index = begin(.branch, in: commands[selection].pipeline)
    patterns(index)
    if problem == nil { list() }
    if isAtBranchEnd {
      position += peek(1) == UInt8(ascii: ";") && peek(2) == UInt8(ascii: "&") ? 3 : 2
    } else if problem == nil, position < end, reservedWord() != .esac {
      failAtUnexpected()
    }
    commands[index].range = SourceRange(start, position)
    finish(index)
    (current, role) = (outer, outerRole)
    if commands[index].range.isEmpty { commands.removeLast() }
  }

  private mutating func patterns(_ index: Int) {
    let base = openWords.count
    if peek() == UInt8(ascii: "(") { position += 1 }
    while problem == nil {
      skipBlanks()
      guard position < end, !isDelimiter(0) else {
        failAtUnexpected()
        break
      }
      openWords.append(word())
      skipBlanks()
      guard peek() == UInt8(ascii: "|") else { break }
      position += 1
    }
    commands[index].wordRange = closeWords(from: base)
    guard problem == nil else { return }
    guard peek() == UInt8(ascii: ")") else { return failAtUnexpected() }
    position += 1
  }

  // MARK: Functions

  /// `function f …`; where nothing like it follows, `function` is the name of a program.
  private mutating func function(_ index: Int) -> Bool {
    let start = position
    position += 8
    skipBlanks()
    guard position < end, !isDelimiter(0) else {
      position = start
      return false
    }
    commands[index].kind = .function
    let base = openWords.count
    openWords.append(word())
    commands[index].wordRange = closeWords(from: base)
    skipBlanks()
    if peek() == UInt8(ascii: "("), peek(1) == UInt8(ascii: ")") { position += 2 }
    readFunctionBody()
    return true
  }

  /// `coproc [NAME] …`, as a group of one command.
  private mutating func coprocess(_ index: Int) -> Bool {
    commands[index].kind = .group
    position += 6
    skipBlanks()
    singleCommand()
    return true
  }
}
