import Source

extension DockerfileRule {
  /// A stage has one CMD.
  static let oneCMD = only(
    .cmd,
    Rule(
      "dockerfile/one-cmd", .warning, "Write one CMD a stage",
      advice: "Remove all but the last CMD", aliases: ["MultipleInstructionsDisallowed", "DL4003"]))

  /// A stage has one ENTRYPOINT.
  static let oneEntrypoint = only(
    .entrypoint,
    Rule(
      "dockerfile/one-entrypoint", .warning, "Write one ENTRYPOINT a stage",
      advice: "Remove all but the last ENTRYPOINT", aliases: ["MultipleInstructionsDisallowed", "DL4004"]))

  /// A stage has one HEALTHCHECK.
  static let oneHealthcheck = only(
    .healthcheck,
    Rule(
      "dockerfile/one-healthcheck", .warning, "Write one HEALTHCHECK a stage",
      advice: "Remove all but the last HEALTHCHECK", aliases: ["MultipleInstructionsDisallowed", "DL3012"]))

  /// Of instructions that replace each other only the last counts: the others are found.
  private static func only(_ keyword: Keyword, _ rule: Rule) -> DockerfileRule {
    DockerfileRule(rule) { inspection, findings in
      let file = inspection.file
      for scope in inspection.scopes {
        var earlier: Instruction?
        for instruction in file.instructions[scope.instructions] where instruction.keyword == keyword {
          if let earlier {
            findings.report(
              "\(keyword.name) is replaced by a later one of the stage", at: earlier.keywordRange,
              notes: [file.remark("The later \(keyword.name)", at: instruction.keywordRange)])
          }
          earlier = instruction
        }
      }
    }
  }
}
