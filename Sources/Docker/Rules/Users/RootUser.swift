import Source

extension DockerfileRule {
  /// A container does not run as root.
  static let rootUser = DockerfileRule(
    Rule(
      "dockerfile/root-user", .warning, "End with a user other than root",
      advice: "Add a USER for the program behind the steps that need root",
      aliases: ["DL3002"])
  ) { inspection, findings in
    guard !inspection.file.stages.isEmpty else { return }
    for user in inspection.lastUsers where user.name == "root" || user.name == "0" {
      findings.report(
        "User '\(user.name.string)' is the last one, so the container runs as root", at: user.word.range)
    }
  }
}
