import Shell
import Source

extension DockerfileRule {
  /// A variable has a value.
  static let unassignedVariable = DockerfileRule(
    Rule(
      "dockerfile/unassigned-variable", .warning, "Use variables that have a value",
      advice: "Set it in the same RUN, or with ENV or ARG above; each RUN begins anew",
      aliases: ["SC2154"]),
    scripts: { run, inspection, findings in
      let script = run.script
      guard !run.calls.contains(where: { $0.mayAssignAnything }) else { return }
      var known = AssignedNames(script)
      inspection.declareNames(before: run.occurrence, in: &known)
      for word in script.allWords {
        for part in script.parts(of: word) where part.kind == .parameter {
          let name = script[part.name]
          guard part.mustHaveValue, name.isLowercaseName, !known.contains(name) else { continue }
          known.insert(name)
          findings.report("Variable '\(name.string)' is never given a value", at: part.range)
        }
      }
    })
}

extension Inspection {
  /// Adds the names that ENV and ARG declare above a RUN, in its stage or in those that it is built on.
  fileprivate func declareNames(before run: Occurrence, in names: inout AssignedNames) {
    for occurrence in occurrences where occurrence.index < run.index {
      guard case .pairs(let pairs) = occurrence.instruction.arguments, occurrence.instruction.keyword != .label else {
        continue
      }
      for pair in pairs { names.insert(file[pair.name]) }
    }
  }
}

/// The names that are given a value anywhere in a script.
private struct AssignedNames {
  private var names: Set<UInt64> = []

  init(_ script: Script) {
    for command in script.commands {
      // In front of a program an assignment is only for that.
      if script.words(of: command).isEmpty {
        for assignment in script.assignments(of: command) { insert(script[assignment.name]) }
      }
      if command.kind == .forLoop || command.kind == .select, let name = script.words(of: command).first {
        insert(script[name])
      }
      for redirection in script.redirections(of: command) {
        insert(script[redirection.descriptor].dropFirst().dropLast())
      }
      guard let call = script.call(command)?.unwrapped else { continue }
      switch call.name {
      case "read", "export", "readonly", "local", "declare", "typeset", "mapfile", "readarray", "getopts", "printf",
        "let",
        "unset", "wait":
        for word in call.arguments { insert(script[word].prefix { $0.isNameByte }) }
      default: break
      }
    }
    for word in script.allWords {
      for part in script.parts(of: word) where part.operation == .assignment { insert(script[part.name]) }
      for part in script.parts(of: word) where part.kind == .arithmetic { insertAll(in: script[part.range]) }
    }
  }

  func contains(_ name: Bytes) -> Bool { names.contains(ContentHash(Array(name)).value) }

  mutating func insert(_ name: Bytes) {
    if !name.isEmpty { names.insert(ContentHash(Array(name)).value) }
  }

  /// Arithmetic may give any of its names a value.
  private mutating func insertAll(in text: Bytes) {
    for name in text.split(whereSeparator: { !$0.isNameByte }) { insert(name) }
  }
}

extension Script {
  /// The words of all commands, the values of assignments, and what here-documents are made of.
  fileprivate var allWords: [Word] {
    var all = words
    for command in commands {
      all += assignments(of: command).map { $0.value }
      all += redirections(of: command).map { $0.target }
    }
    return all + heredocs.map { $0.text }
  }
}

extension Call {
  /// Whether the names that it gives values to are only known when it runs: `. file`, `eval …`, `export $(…)`.
  fileprivate var mayAssignAnything: Bool {
    switch name {
    case ".", "source", "eval": true
    default: isDeclaration && arguments.contains { !$0.isLiteral && script.valueStart(of: $0) == nil }
    }
  }
}

extension Script.Part {
  /// Whether nothing is there to take the place of the value.
  fileprivate var mustHaveValue: Bool {
    switch operation {
    case .fallback, .assignment, .alternative, .demand: false
    default: true
    }
  }
}

extension Bytes {
  /// Whether it is the name of a variable of the script: those in capitals come from around it.
  fileprivate var isLowercaseName: Bool {
    guard let first, first.isNameByte, !first.isDigit else { return false }
    guard contains(where: { $0.isLetter && !$0.isCapital }) else { return false }
    return !hasSuffix("_proxy") && self != "auto_resume" && self != "histchars"
  }
}
