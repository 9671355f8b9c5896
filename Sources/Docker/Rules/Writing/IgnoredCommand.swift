import Source

extension DockerfileRule {
  /// CMD gives arguments to an ENTRYPOINT that takes some.
  static let ignoredCommand = DockerfileRule(
    Rule(
      "dockerfile/ignored-command", .warning, "Give arguments only to an ENTRYPOINT that takes some",
      advice: "Write ENTRYPOINT as a JSON array, or take CMD out")
  ) { inspection, findings in
    let file = inspection.file
    var stages: [Start] = []
    var parents = [Int?](repeating: nil, count: file.stages.count)
    for reference in inspection.references.all where reference.kind == .base {
      parents[reference.stage] = reference.target
    }
    for occurrence in inspection.occurrences where !occurrence.isTrigger {
      guard let stage = occurrence.stage else { continue }
      if occurrence.instruction.keyword == .from {
        stages.append(parents[stage].map { stages[$0].inherited } ?? Start())
      }
      guard stages.indices.contains(stage) else { continue }
      stages[stage].take(occurrence.instruction, in: file)
    }
    for start in stages {
      guard let command = start.command, let entrypoint = start.entrypoint, start.isOwn else { continue }
      findings.report(
        "CMD ignored: ENTRYPOINT in its shell form takes no arguments", at: command,
        notes: [file.remark("the ENTRYPOINT", at: entrypoint)])
    }
  }
}

/// What a container of a stage starts with, as far as the file says.
private struct Start {
  /// The keyword of the ENTRYPOINT in force, where that is a text for the shell.
  private(set) var entrypoint: SourceRange?
  /// The keyword of the CMD in force.
  private(set) var command: SourceRange?
  /// Whether one of the two stands in this stage: others have been told of already.
  private(set) var isOwn = false
  private var hasOwnCommand = false

  /// What a stage starts from that starts from this one.
  var inherited: Start {
    var start = self
    start.isOwn = false
    start.hasOwnCommand = false
    return start
  }

  mutating func take(_ instruction: Instruction, in file: Dockerfile) {
    guard case .command(let form) = instruction.arguments else { return }
    switch instruction.keyword {
    case .cmd:
      let isEmpty = if case .exec(let words) = form { words.isEmpty } else { false }
      command = isEmpty ? nil : instruction.keywordRange
      (isOwn, hasOwnCommand) = (true, true)
    case .entrypoint:
      let isDeaf = if case .shell(let range) = form { Self.isDeaf(file[range]) } else { false }
      entrypoint = isDeaf ? instruction.keywordRange : nil
      // It takes away the CMD that the stage began with.
      if !hasOwnCommand { command = nil }
      isOwn = true
    default: return
    }
  }

  /// Whether a script does nothing with the arguments that the shell is given behind it. One that begins like a JSON
  /// array is another rule's concern.
  private static func isDeaf(_ script: Bytes) -> Bool {
    guard let first = script.first, first != UInt8(ascii: "[") else { return false }
    return !["$@", "$*", "${@", "${*", "$0", "$1", "${0", "${1"].contains { (use: StaticString) in script.contains(use)
    }
  }
}
