import Shell
import Source

extension DockerfileRule {
  /// A stage declares the build arguments that it uses.
  static let undeclaredArgument = DockerfileRule(
    Rule(
      "dockerfile/undeclared-argument", .warning, "Declare in a stage the build arguments that it uses",
      advice: "Repeat 'ARG NAME' in the stage: above the first FROM it is for FROM alone", fix: .unsafe)
  ) { inspection, findings in
    var scope = VariableScope(inspection)
    var (next, told) = (0, Told())
    for occurrence in inspection.occurrences {
      scope.take(occurrence)
      if occurrence.stage != nil, scope.globals.isEmpty { return }
      guard occurrence.instruction.keyword == .run, let stage = occurrence.stage else { continue }
      while next < inspection.scripts.count, inspection.scripts[next].occurrence.index < occurrence.index { next += 1 }
      guard next < inspection.scripts.count, inspection.scripts[next].occurrence.index == occurrence.index else {
        continue
      }
      for use in uses(in: inspection.scripts[next].script) {
        let name = inspection.file[use]
        guard let global = scope.global(name), !scope.isSet(name, in: stage), !isFromBase(name, stage, inspection),
          told.isNew(name, stage)
        else { continue }
        report(use, global, occurrence, inspection, &findings)
      }
    }
  }

  private static func report(
    _ use: SourceRange, _ global: SourceRange, _ run: Occurrence, _ inspection: Inspection, _ findings: inout Findings
  ) {
    let file = inspection.file
    let name = file[use].string
    let start = file.text.rangeInFile(SourceRange(at: run.instruction.range.start))
    let isFile = !inspection.surroundings.isFragment && !run.isTrigger
    findings.report(
      "'$\(name)' is empty here: the stage lacks 'ARG \(name)'", at: use,
      notes: [file.remark("this ARG is for FROM alone", at: global)],
      fix: isFile ? Fix("Add 'ARG \(name)'", isSafe: false, edits: [Fix.Edit(start, "ARG \(name)\n")]) : nil)
  }

  /// The names of variables that a script uses and does not set itself.
  private static func uses(in script: Script) -> [SourceRange] {
    let names = script.parts.filter { part in
      part.kind == .parameter && !part.name.isEmpty && part.operation != .fallback && part.operation != .assignment
        && part.operation != .alternative
    }
    guard !names.isEmpty else { return [] }
    var own: Set<UInt64> = []
    for command in script.commands {
      for assignment in script.assignments(of: command) { own.insert(fingerprint(script[assignment.name])) }
      let words = script.words(of: command)
      if command.kind == .forLoop || command.kind == .select, let variable = words.first {
        own.insert(fingerprint(script[variable]))
      }
      guard let call = script.call(command), setsVariables(call.name) else { continue }
      for word in call.arguments { own.insert(fingerprint(script[word].prefix { $0 != UInt8(ascii: "=") })) }
    }
    return names.map { $0.name }.filter { !own.contains(fingerprint(script[$0])) }
  }

  private static func setsVariables(_ name: Bytes) -> Bool {
    switch name {
    case "export", "local", "declare", "readonly", "typeset", "read", "getopts", "mapfile": true
    default: false
    }
  }

  private static func fingerprint(_ name: Bytes) -> UInt64 {
    ContentHash(Array(name)).value
  }

  /// Whether the image that a stage starts from is likely to set a variable of that name: `FROM node:$NODE_VERSION` does.
  private static func isFromBase(_ name: Bytes, _ stage: Int, _ inspection: Inspection) -> Bool {
    guard let base = inspection.file.stages[stage].base else { return false }
    let (image, name) = (inspection.file[base], name.lowercased[...])
    guard name.hasSuffix("_version") || name.hasSuffix("_major") else { return false }
    let program = name.prefix { $0 != UInt8(ascii: "_") }
    return image.indices.contains { image[$0...].starts(with: program) } || program == "java"
  }
}

/// What has been said already, once for each variable in each stage.
private struct Told {
  private var names: Set<UInt64> = []

  mutating func isNew(_ name: Bytes, _ stage: Int) -> Bool {
    names.insert(ContentHash(Array(name)).value &+ UInt64(stage) &* 0x9E37_79B9_7F4A_7C15).inserted
  }
}
