import Source

extension DockerfileRule {
  /// An image has the labels that the project asks for.
  static let requiredLabel = DockerfileRule(
    Rule(
      "dockerfile/required-label", .info, "Give images the labels that the project asks for",
      advice: "Add the label, or take it out of 'label-schema' in .hadolint.yaml",
      aliases: ["DL3049"])
  ) { inspection, findings in
    guard !inspection.surroundings.isFragment else { return }
    for label in inspection.surroundings.settings.labels {
      for stage in inspection.ends(without: { has(label.name[...], $0, inspection) }) {
        findings.report("Image without the label '\(label.name[...].string)'", at: inspection.beginning(of: stage))
      }
    }
  }

  private static func has(_ label: Bytes, _ instruction: Instruction, _ inspection: Inspection) -> Bool {
    guard instruction.keyword == .label, case .pairs(let pairs) = instruction.arguments else { return false }
    return pairs.contains { inspection.literal($0.name)?.elementsEqual(label) ?? false }
  }
}
