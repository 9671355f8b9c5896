import Source

extension DockerfileRule {
  /// Packages that dnf installs have versions.
  static let pinDnfPackages = pinned(
    Rule(
      "dockerfile/pin-dnf-packages", .info, "Name packages of dnf with their version",
      advice: "Write 'package-version', or pin the base image by its digest and skip this rule",
      aliases: ["DL3041"]),
    .dnf,
    unless: { install in install.isAbout("group", "groups", "environment") })
}
