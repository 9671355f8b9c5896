import Source

extension DockerfileRule {
  /// Packages of openSUSE have versions.
  static let pinZypperPackages = pinned(
    Rule(
      "dockerfile/pin-zypper-packages", .info, "Name packages of zypper with their version",
      advice: "Write 'package=version', or pin the base image by its digest and skip this rule",
      aliases: ["DL3037"]),
    .zypper,
    // Patterns and products have no versions of their own.
    unless: { install in install.value(of: "t", "type").map { $0 != "package" } ?? false })
}
