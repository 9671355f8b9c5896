import Source

extension DockerfileRule {
  /// The user of an image is a number.
  static let namedUser = DockerfileRule(
    Rule(
      "dockerfile/named-user", .info, "Give the user as a number",
      advice: "Write the user's number, as in 'USER 1000'",
      aliases: ["DL3066"])
  ) { inspection, findings in
    for user in inspection.lastUsers where !user.name.isEmpty && !user.name.allSatisfy({ $0.isDigit }) {
      guard !isKnownEverywhere(user.name) else { continue }
      findings.report(
        "User '\(user.name.string)' is a name, which Kubernetes cannot tell from root", at: user.word.range)
    }
  }

  /// Root is 0 in every image, and the users of Windows have no numbers.
  private static func isKnownEverywhere(_ name: Bytes) -> Bool {
    name == "root" || name.equalsIgnoringCase("containeruser") || name.equalsIgnoringCase("containeradministrator")
  }
}
