import Source

extension DockerfileRule {
  /// Packages that yum installs have versions.
  static let pinYumPackages = pinned(
    Rule(
      "dockerfile/pin-yum-packages", .info, "Name packages of yum with their version",
      advice: "Write 'package-version', or pin the base image by its digest and skip this rule",
      aliases: ["DL3033"]),
    .yum,
    unless: { install in install.isAbout("group", "groups", "environment") })
}
