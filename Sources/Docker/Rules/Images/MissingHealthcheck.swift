import Source

extension DockerfileRule {
  /// An image says how to see whether it is well.
  static let missingHealthcheck = DockerfileRule(
    Rule(
      "dockerfile/missing-healthcheck", .info, "Say how to see whether the container is well",
      advice: "Add HEALTHCHECK, or 'HEALTHCHECK NONE' where something else looks after it",
      aliases: ["DL3057"]),
    isOptional: true
  ) { inspection, findings in
    guard !inspection.surroundings.isFragment else { return }
    for stage in inspection.ends(without: { $0.keyword == .healthcheck }) {
      findings.report("Image without a HEALTHCHECK", at: inspection.beginning(of: stage))
    }
  }
}
