import Source

extension DockerfileRule {
  /// Rules are silenced in one place, not here and there.
  static let inlineSuppression = DockerfileRule(
    Rule(
      "dockerfile/inline-suppression", .info, "Silence rules in the settings of the project",
      advice: "Correct what the rule finds, or name the rule in '.hadolint.yaml'",
      aliases: ["DL1001"]),
    isOptional: true
  ) { inspection, findings in
    for (pragma, comment) in inspection.suppressions.pragmas where pragma.tool != .buildKit {
      let names = inspection.file.source.bytes(
        SourceRange(pragma.rules.first?.startIndex ?? comment.start, pragma.rules.last?.endIndex ?? comment.end))
      findings.report("Comment silences '\(names.string)'", atSource: comment)
    }
  }
}
