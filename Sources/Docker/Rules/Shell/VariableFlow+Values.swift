import Shell
import Source

extension VariableFlow {
  /// A simple command: what it sets, and whether the script goes on behind it.
  mutating func runSimple(_ command: Script.Command) {
    for word in script.words(of: command) { visit(word) }
    let call = script.call(command)
    for assignment in script.assignments(of: command) {
      visit(assignment.value)
      // In front of a program it is only for that.
      guard call == nil else { continue }
      let name = script[assignment.name]
      var value = assignment.index.isEmpty ? value(of: assignment.value) : .unknown
      if assignment.isAppended { value = value.joined(states[name]) }
      states.set(name, value)
    }
    if let call { runBuiltin(call) }
  }

  private mutating func runBuiltin(_ call: Call) {
    switch call.name {
    case "export", "readonly", "local", "declare", "typeset":
      for word in call.arguments {
        guard let start = script.valueStart(of: word) else { continue }
        let name = script[word.range].prefix { $0.isNameByte }
        states.set(name, value(of: word, from: start))
      }
    case "read", "unset", "mapfile", "readarray", "getopts":
      for word in call.operands { states.set(script[word], .unknown) }
    case "exit", "return": states.isReachable = false
    default: break
    }
  }

  /// The value that a word is, from an offset on.
  func value(of word: Script.Word, from start: Int = 0) -> VariableStates.Value {
    var value = VariableStates.Value.empty
    let own = script.parts(of: word)
    var index = own.startIndex
    while index < own.endIndex, value != .unknown {
      let part = own[index]
      index = part.kind == .doubleQuoted ? index + 1 : part.end
      if part.kind != .doubleQuoted { value = value.joined(self.value(of: part, from: start)) }
    }
    return value
  }

  private func value(of part: Script.Part, from start: Int) -> VariableStates.Value {
    switch part.kind {
    case .literal, .escaped, .singleQuoted, .ansiQuoted:
      let text = script[part.range].dropFirst(max(0, start - part.range.start))
      if text.contains(where: { $0.isSplit }) { return .unknown }
      return text.allSatisfy { $0 == UInt8(ascii: "'") } ? .empty : .clean
    case .parameter: return part.isPlain || part.operation == .length ? value(ofParameter: part) : .unknown
    case .arithmetic: return .clean
    default: return .unknown
    }
  }

  /// Whether a word stays one: nothing in it is split.
  func isWhole(_ word: Script.Word) -> Bool {
    script.parts(of: word).allSatisfy { part in
      switch part.kind {
      case .parameter, .commandSubstitution, .backquotes: part.isQuoted
      default: true
      }
    }
  }

  /// The value of a variable at this point.
  func value(ofParameter part: Script.Part) -> VariableStates.Value {
    if part.operation == .length { return .clean }
    let name = script[part.name]
    switch name {
    case "$", "-", "?", "!", "#", "BASHPID", "COLUMNS", "EPOCHREALTIME", "EPOCHSECONDS", "EUID", "LINENO", "LINES",
      "OPTIND", "PPID", "RANDOM", "SECONDS", "SHELLOPTS", "SHLVL", "SRANDOM", "UID":
      return .clean
    default: return states[name]
    }
  }
}

extension Script.Part {
  /// Whether it is the value of a variable as it is.
  fileprivate var isPlain: Bool { operation == .none && !isIndexed }
}
