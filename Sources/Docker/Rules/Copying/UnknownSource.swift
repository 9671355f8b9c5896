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
      // A number of no stage, and the name of a stage that is not above, are refused by the builder.
      guard reference.isBareName, !inspection.references.isStage(reference.name[...]) else { continue }
      guard inspection.stageMeant(by: reference) == nil else { continue }
      findings.report(
        "No stage '\(reference.name[...].string)' above, so the builder pulls an image of that name",
        at: reference.range)
    }
  }
}
