import Source

extension DockerfileRule {
  /// dnf does not ask.
  static let dnfAssumeYes = assumingYes(
    Rule(
      "dockerfile/dnf-assume-yes", .warning, "Answer what dnf may ask",
      advice: "Add '-y'",
      aliases: ["DL3038"], fix: .safe),
    .dnf,
    in: PackageManager.rpmChanges,
    unless: { $0.hasFlag("y", "assumeyes", "assumeno", "downloadonly") })
}
