import Shell
import Source

extension DockerfileRule {
  /// A variable has a value.
  static let unassignedVariable = DockerfileRule(
    Rule(
      "dockerfile/unassigned-variable", .warning, "Use variables that have a value",
      advice: "Set it in the same RUN, or with ENV or ARG above; each RUN begins anew",
      aliases: ["SC2154"])
  ) { inspection, findings in
    var declared = AssignedNames()
    var next = 0
    for run in inspection.scripts where run.script.problem == nil {
      // The names that ENV and ARG declare above it, in whatever stage.
      while next < inspection.occurrences.count, inspection.occurrences[next].index < run.occurrence.index {
        declared.insertNames(of: inspection.occurrences[next].instruction, in: inspection.file)
        next += 1
      }
      guard !run.calls.contains(where: { $0.mayAssignAnything }) else { continue }
      let script = run.script
      var known = AssignedNames(script)
      for word in script.allWords {
        for part in script.parts(of: word) where part.kind == .parameter {
          let name = script[part.name]
          guard part.mustHaveValue, name.isLowercaseName, !known.contains(name), !declared.contains(name) else {
            continue
          }
          known.insert(name)
          findings.report("Variable '\(name.string)' is never given a value", at: part.range)
        }
      }
    }
  }
}

/// The names that are given a value anywhere in a script.
private struct AssignedNames {
  private var names: Set<UInt64> = []

  init() {}

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

  /// The names that an ENV or ARG gives a value to.
  mutating func insertNames(of instruction: Instruction, in file: Dockerfile) {
    guard instruction.keyword == .env || instruction.keyword == .arg, case .pairs(let pairs) = instruction.arguments
    else {
      return
    }
    for pair in pairs { insert(file[pair.name]) }
  }

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
