import Source

extension DockerfileRule {
  /// The tag of an image says which one it is.
  static let latestTag = DockerfileRule(
    Rule(
      "dockerfile/latest-tag", .warning, "Give images a tag that stays",
      advice: "Write the version that the file is made for, as in 'alpine:3.22'",
      aliases: ["DL3007"])
  ) { inspection, findings in
    for image in inspection.baseImages where !image.hasDigest {
      guard let tag = image.tag, tag == "latest" else { continue }
      findings.report("Tag 'latest' of '\(image.name.string)' is another image from day to day", at: image.tagRange)
    }
  }
}
