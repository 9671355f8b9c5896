import Source

extension DockerfileRule {
  /// yum does not ask.
  static let yumAssumeYes = assumingYes(
    Rule(
      "dockerfile/yum-assume-yes", .warning, "Answer what yum may ask",
      advice: "Add '-y'",
      aliases: ["DL3030"], fix: .safe),
    .yum,
    in: PackageManager.rpmChanges,
    unless: { $0.hasFlag("y", "assumeyes", "assumeno", "downloadonly") })
}
