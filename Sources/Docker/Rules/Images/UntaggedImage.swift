import Source

extension DockerfileRule {
  /// An image has a tag.
  static let untaggedImage = DockerfileRule(
    Rule(
      "dockerfile/untagged-image", .warning, "Give images a tag",
      advice: "Write the version that the file is made for, as in 'alpine:3.22'",
      aliases: ["DL3006"])
  ) { inspection, findings in
    for image in inspection.baseImages where image.tag == nil && !image.hasDigest {
      guard !inspection.surroundings.ownImages.contains(where: { $0[...] == image.name }) else { continue }
      report(image.name, at: image.word.range, &findings)
    }
    for reference in inspection.references.all where reference.kind != .base && reference.target == nil {
      // A single word is a matter of stages, and so is a number.
      guard !reference.isBareName, !reference.name.allSatisfy({ $0.isDigit }),
        let image = try? ImageReference(reference.name[...]), image.tag == nil,
        image.digest == nil
      else { continue }
      report(image.repository, at: reference.range, &findings)
    }
  }

  private static func report(_ image: Bytes, at range: SourceRange, _ findings: inout Findings) {
    findings.report("Image '\(image.string)' without a tag is whatever is 'latest' on the day", at: range)
  }
}
