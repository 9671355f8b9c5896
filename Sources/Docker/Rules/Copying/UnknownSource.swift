import Source

extension DockerfileRule {
  /// What is copied from is a stage above.
  static let unknownSource = DockerfileRule(
    Rule(
      "dockerfile/unknown-source", .warning, "Copy from a stage above, or from an image with a tag",
      advice: "Name a stage above, or write the image with its tag",
      aliases: ["DL3022"])
  ) { inspection, findings in
    for reference in inspection.references.all where reference.kind != .base && reference.target == nil {
      guard reference.isBareName, inspection.stageMeant(by: reference) == nil else { continue }
      let name = reference.name[...]
      if !inspection.references.isStage(name) {
        findings.report(
          "No stage '\(name.string)' above, so the builder pulls an image of that name", at: reference.range)
      } else if !inspection.plan.stages[reference.stage].isNeeded {
        // In a stage that is needed the builder refuses it.
        findings.report(
          "Stage '\(name.string)' does not stand above, where this one may copy from it", at: reference.range)
      }
    }
  }
}
