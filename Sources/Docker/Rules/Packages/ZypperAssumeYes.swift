import Source

extension DockerfileRule {
  /// zypper does not ask.
  static let zypperAssumeYes = assumingYes(
    Rule(
      "dockerfile/zypper-assume-yes", .warning, "Answer what zypper may ask",
      advice: "Write 'zypper --non-interactive', or add '-y' behind the command",
      aliases: ["DL3034"], fix: .safe),
    .zypper,
    in: PackageManager.zypperChanges + ["remove", "rm"],
    unless: { $0.hasFlag("y", "no-confirm", "n", "non-interactive", "D", "dry-run") })
}
