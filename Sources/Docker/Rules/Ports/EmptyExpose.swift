import Source

extension DockerfileRule {
  /// EXPOSE names a port.
  static let emptyExpose = DockerfileRule(
    Rule(
      "dockerfile/empty-expose", .warning, "Expose a port that is known",
      advice: "Give the variable a value above: 'ARG PORT=8080' or 'ENV PORT=8080'")
  ) { inspection, findings in
    guard inspection.occurrences.contains(where: { $0.instruction.keyword == .expose }), !inspection.isExcerpt else {
      return
    }
    let file = inspection.file
    var scope = VariableScope(inspection)
    for occurrence in inspection.occurrences {
      scope.take(occurrence)
      guard occurrence.instruction.keyword == .expose, !occurrence.isTrigger, let stage = occurrence.stage,
        case .words(let words, _) = occurrence.instruction.arguments
      else { continue }
      for word in words {
        guard let name = variable(file[word]), !scope.isSet(name, in: stage) else { continue }
        let global = scope.global(name)
        guard global != nil || isPlain(stage, inspection) else { continue }
        findings.report(
          "EXPOSE '\(file[word].string)' exposes nothing: '\(name.string)' is not set here", at: word.range,
          notes: global.map {
            [file.remark("the ARG is for FROM alone, repeat 'ARG \(name.string)' in the stage", at: $0)]
          }
            ?? [])
      }
    }
  }

  /// Whether a stage starts from an image of which it is known that it sets no such variable.
  private static func isPlain(_ stage: Int, _ inspection: Inspection) -> Bool {
    let root = inspection.graph.root(of: stage)
    return inspection.file.stages[root].base.map { ImageName(inspection.file[$0]).isPlain } ?? false
  }

  /// The name of the variable that a word is, without an alternative: `$PORT` or `${PORT}`.
  private static func variable(_ word: Bytes) -> Bytes? {
    guard word.first == UInt8(ascii: "$") else { return nil }
    var name = word.dropFirst()
    if name.first == UInt8(ascii: "{"), name.last == UInt8(ascii: "}") { name = name.dropFirst().dropLast() }
    return !name.isEmpty && name.allSatisfy { $0.isNameByte } ? name : nil
  }
}
