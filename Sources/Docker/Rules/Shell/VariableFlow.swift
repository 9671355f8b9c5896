import Shell
import Source

/// Follows the values of variables through a script, as far as this matters: which have neither blanks nor globs.
struct VariableFlow {
  let script: Script
  let commands: [Script.Command]
  let parts: [Script.Part]
  var states = VariableStates()
  /// For each of `Script.parts` that is a variable whether its value is clean there.
  private(set) var isClean: [Bool]

  init(_ script: Script) {
    self.script = script
    commands = script.commands
    parts = script.parts
    isClean = [Bool](repeating: false, count: parts.count)
    run(commands.indices, substituted: false)
  }

  // MARK: Lists

  /// Commands that follow each other; those within others are theirs to run.
  mutating func run(_ range: Range<Int>, substituted: Bool) {
    var index = range.lowerBound
    var isConditional = false
    while index < range.upperBound {
      guard commands[index].isSubstituted == substituted else {
        index = commands[index].end
        continue
      }
      let (mark, wasReachable) = (states.mark, states.isReachable)
      let last = runPipeline(from: index, below: range.upperBound)
      let connector = commands[last].connector
      if connector == .background {
        states.takeBack(to: mark, wasReachable)
      } else if isConditional {
        states.meet([states.takeBack(to: mark, wasReachable)], orNone: true)
      }
      isConditional = connector == .and || connector == .or
      index = commands[last].end
    }
  }

  /// The commands of one pipeline, of which each but a lone one has variables of its own; returns the last.
  private mutating func runPipeline(from first: Int, below limit: Int) -> Int {
    var index = first
    while true {
      let isPiped = commands[index].connector == .pipe || commands[index].connector == .pipeAll
      if isPiped || index != first {
        apart { $0.run(index) }
      } else {
        run(index)
      }
      guard isPiped, commands[index].end < limit else { return index }
      index = commands[index].end
    }
  }

  /// Runs something whose changes nobody else sees.
  mutating func apart(_ body: (inout VariableFlow) -> Void) {
    let (mark, wasReachable) = (states.mark, states.isReachable)
    body(&self)
    states.takeBack(to: mark, wasReachable)
  }

  /// Runs something that is one of several ways.
  private mutating func way(_ body: (inout VariableFlow) -> Void) -> VariableStates.Way {
    let (mark, wasReachable) = (states.mark, states.isReachable)
    body(&self)
    return states.takeBack(to: mark, wasReachable)
  }

  // MARK: Commands

  private mutating func run(_ index: Int) {
    let command = commands[index]
    let body = index + 1..<command.end
    for redirection in script.redirections(of: command) { visit(redirection.target) }
    if command.kind != .simple { for word in script.words(of: command) { visit(word) } }
    switch command.kind {
    case .simple: runSimple(command)
    case .subshell: apart { $0.run(body, substituted: false) }
    case .conditional: choose(body, isComplete: false)
    case .caseSelection: select(body)
    case .whileLoop, .untilLoop, .forLoop, .arithmeticFor, .select: loop(command, body)
    case .function: define(body)
    case .group, .branch, .condition, .arithmetic: run(body, substituted: false)
    }
  }

  /// The parts of `if`: each condition, and the commands behind it.
  private mutating func choose(_ body: Range<Int>, isComplete: Bool) {
    var ways: [VariableStates.Way] = []
    var isComplete = isComplete
    var index = body.lowerBound
    while index < body.upperBound {
      let (start, role) = (index, commands[index].role)
      while index < body.upperBound, commands[index].role == role { index = commands[index].end }
      if role == .condition || commands[start].isSubstituted {
        run(start..<index, substituted: false)
      } else {
        ways.append(way { $0.run(start..<index, substituted: false) })
        if role == .otherwise { isComplete = true }
      }
    }
    states.meet(ways, orNone: !isComplete)
  }

  private mutating func select(_ body: Range<Int>) {
    var ways: [VariableStates.Way] = []
    var takesAll = false
    var index = body.lowerBound
    while index < body.upperBound {
      let branch = index
      index = commands[branch].end
      guard commands[branch].kind == .branch else { continue }
      ways.append(way { $0.run(branch) })
      takesAll = takesAll || script.words(of: commands[branch]).contains { script[$0.range] == "*" }
    }
    states.meet(ways, orNone: !takesAll)
  }

  private mutating func loop(_ command: Script.Command, _ body: Range<Int>) {
    if command.kind == .forLoop || command.kind == .select, let name = script.words(of: command).first {
      let list = script.words(of: command).dropFirst()
      let values = list.map { isWhole($0) ? value(of: $0) : .unknown }
      states.set(script[name.range], values.isEmpty ? .unknown : values.reduce(.empty) { $0.joined($1) })
    }
    // What a round sets, the next one sees.
    for index in body {
      for assignment in script.assignments(of: commands[index]) where !assignment.value.isClearly(cleanIn: script) {
        states.set(script[assignment.name], .unknown)
      }
    }
    var start = body.lowerBound
    while start < body.upperBound, commands[start].role == .condition { start = commands[start].end }
    run(body.lowerBound..<start, substituted: false)
    let round = way { $0.run(start..<body.upperBound, substituted: false) }
    states.meet([round], orNone: true)
  }

  private mutating func define(_ body: Range<Int>) {
    let (mark, before) = (states.mark, states.forgetAll())
    run(body, substituted: false)
    states.leaveFunction(before, to: mark)
  }

  // MARK: Words

  /// Notes of each variable in a word whether its value is clean, and runs what is substituted.
  mutating func visit(_ word: Script.Word) {
    guard !word.isLiteral else { return }
    let own = script.parts(of: word)
    for index in own.indices {
      let part = own[index]
      switch part.kind {
      case .parameter: isClean[index] = value(ofParameter: part) == .clean
      case .commandSubstitution, .backquotes, .processSubstitution:
        apart { $0.run(part.commands, substituted: true) }
      case .array: for element in script.words[part.words] { visit(element) }
      default: break
      }
    }
  }
}

extension Script.Word {
  /// Whether it is a value without blanks and globs, whatever has happened before.
  fileprivate func isClearly(cleanIn script: Script) -> Bool {
    isLiteral && !hasGlob && !hasBraces && !script[self].contains { $0.isSplit }
  }
}

extension UInt8 {
  /// Whether a value that has it is split or taken for a pattern.
  var isSplit: Bool {
    isSpace || self == UInt8(ascii: "*") || self == UInt8(ascii: "?") || self == UInt8(ascii: "[")
  }
}
