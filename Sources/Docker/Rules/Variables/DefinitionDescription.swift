import Source

extension DockerfileRule {
  /// A comment above ARG or FROM begins with the name that it describes.
  static let definitionDescription = DockerfileRule(
    Rule(
      "dockerfile/definition-description", .info, "Begin the comment above an ARG or a stage with its name",
      advice: "Write '# name what it is for', or leave a blank line below the comment",
      aliases: ["InvalidDefinitionDescription"]),
    isOptional: true
  ) { inspection, findings in
    let file = inspection.file
    for occurrence in inspection.occurrences where !occurrence.isTrigger {
      let names = file.describedNames(by: occurrence)
      guard let first = names.first, let line = file.description(of: occurrence.instruction) else { continue }
      let text = file.source.bytes(line.range).dropFirst().trimmed
      let word = text.prefix { $0 != UInt8(ascii: " ") }
      guard !names.contains(where: { $0 == word }) else { continue }
      findings.report(
        "Comment describes '\(first.string)' and begins with '\(word.string)'", atSource: line.range)
    }
  }
}

extension Dockerfile {
  /// The names that an instruction defines: build arguments, or a stage.
  fileprivate func describedNames(by occurrence: Occurrence) -> [Bytes] {
    switch (occurrence.instruction.keyword, occurrence.instruction.arguments) {
    case (.arg, .pairs(let pairs)): pairs.map { self[$0.name] }
    case (.from, _): occurrence.stage.flatMap { stages[$0].name }.map { [self[$0].lowercased[...]] } ?? []
    default: []
    }
  }

  /// The last line of the comment above an instruction. An empty line of comment parts it from the instruction; what is
  /// said to the builder is none.
  fileprivate func description(of instruction: Instruction) -> Comment? {
    var last: Comment?
    for comment in comments[instruction.comments] {
      let text = source.bytes(comment.range)
      if let (key, _) = DirectiveReader.assignment(text), key.equalsIgnoringCase("check") { continue }
      last = text.dropFirst().trimmed.isEmpty ? nil : comment
    }
    return last
  }
}
