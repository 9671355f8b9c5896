import Source

extension Parser {
  /// Commands up to something that ends a list: the end, a closing word or bracket, or `;;`. Whether there are any.
  @discardableResult
  mutating func list() -> Bool {
    var isEmpty = true
    while true {
      skipLines()
      if isAtListEnd { return !isEmpty }
      isEmpty = false
      let pipeline = conjunction()
      skipBlanks()
      guard position < end else { return true }
      switch bytes[position] {
      case UInt8(ascii: ";") where !isAtBranchEnd:
        connect(pipeline, .semicolon)
        position += 1
      case UInt8(ascii: "&"):
        connect(pipeline, .background)
        position += 1
      case UInt8(ascii: "\n"):
        connect(pipeline, .newline)
      default:
        guard isAtListEnd else {
          failAtUnexpected()
          return true
        }
        return true
      }
    }
  }

  /// Pipelines with `&&` and `||` between; returns the last.
  private mutating func conjunction() -> Int {
    var last = pipeline()
    while true {
      skipBlanks()
      let connector: Script.Command.Connector
      if isAt("&&") {
        connector = .and
      } else if isAt("||") {
        connector = .or
      } else {
        return last
      }
      position += 2
      connect(last, connector)
      skipLines()
      last = pipeline()
    }
  }

  /// Notes what follows a pipeline and its last command.
  private mutating func connect(_ pipeline: Int, _ connector: Script.Command.Connector) {
    guard problem == nil else { return }
    pipelines[pipeline].connector = connector
    commands[pipelines[pipeline].last].connector = connector
  }

  /// Commands with pipes between; returns its index.
  private mutating func pipeline() -> Int {
    let index = pipelines.count
    pipelines.append(Script.Pipeline(at: position))
    readPrefixes(of: index)
    while true {
      let number = commands.count
      guard command(in: index) else {
        failAtUnexpected()
        break
      }
      if pipelines[index].count == 0 { pipelines[index].first = number }
      pipelines[index].count += 1
      pipelines[index].last = number
      pipelines[index].range = SourceRange(pipelines[index].range.start, commands[number].range.end)
      skipBlanks()
      guard peek() == UInt8(ascii: "|"), peek(1) != UInt8(ascii: "|") else { break }
      let isAll = peek(1) == UInt8(ascii: "&")
      commands[number].connector = isAll ? .pipeAll : .pipe
      position += isAll ? 2 : 1
      skipLines()
    }
    if pipelines[index].count == 0 { pipelines.removeLast() }
    return index
  }

  /// Reads `!` and `time` in front of a pipeline.
  private mutating func readPrefixes(of pipeline: Int) {
    while true {
      if peek() == UInt8(ascii: "!"), isDelimiter(1) {
        pipelines[pipeline].isNegated.toggle()
        position += 1
      } else if reservedWord() == .time {
        pipelines[pipeline].isTimed = true
        position += 4
        skipBlanks()
        if isAt("-p"), isDelimiter(2) { position += 2 }
      } else {
        return
      }
      skipBlanks()
    }
  }

  /// Whether nothing more of the list can follow.
  private var isAtListEnd: Bool {
    guard position < end else { return true }
    switch bytes[position] {
    case UInt8(ascii: ")"): return true
    case UInt8(ascii: ";"): return isAtBranchEnd
    default: return reservedWord()?.endsList ?? false
    }
  }

  /// Whether `;;`, `;&` or `;;&` stands at the position.
  var isAtBranchEnd: Bool {
    peek() == UInt8(ascii: ";") && (peek(1) == UInt8(ascii: ";") || peek(1) == UInt8(ascii: "&"))
  }

  /// Whether a word ends `distance` bytes further on.
  func isDelimiter(_ distance: Int) -> Bool {
    let index = position + distance
    guard index < end else { return true }
    switch bytes[index] {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: ";"), UInt8(ascii: "&"),
      UInt8(ascii: "|"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"):
      return true
    case UInt8(ascii: "\r"): return index + 1 == end || bytes[index + 1] == UInt8(ascii: "\n")
    case UInt8(ascii: "\\"): return index + 1 < end && bytes[index + 1] == UInt8(ascii: "\n")
    default: return false
    }
  }
}
