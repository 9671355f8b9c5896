import Source

extension DockerfileRule {
  /// An image that ships says where it comes from.
  static let imageLabels = DockerfileRule(
    Rule(
      "dockerfile/image-labels", .info, "Say in labels what an image is and where it comes from",
      advice: "Add 'LABEL org.opencontainers.image.source=…' and its like")
  ) { inspection, findings in
    let (file, shipped) = (inspection.file, inspection.shipped)
    guard shipped.isApplication, let stage = file.stages.last else { return }
    let isLabelled = inspection.occurrences.contains { occurrence in
      guard occurrence.instruction.keyword == .label, case .pairs(let pairs) = occurrence.instruction.arguments else {
        return false
      }
      return pairs.contains { isTelling(LabelName.unquoted(file[$0.name])) }
    }
    guard !isLabelled else { return }
    let place = stage.base?.range ?? file.instructions[stage.instructions.lowerBound].keywordRange
    findings.report("Image without labels that say what it is: no org.opencontainers.image.…", at: place)
  }

  /// Whether a label is one of the OCI's or meant to be one. A name from a variable may be any.
  private static func isTelling(_ name: Bytes) -> Bool {
    name.hasPrefix("org.label-schema.") || name.contains(UInt8(ascii: "$")) || LabelName.isMeantForImages(name)
  }
}
