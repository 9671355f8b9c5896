import Source

extension DockerfileRule {
  /// Packages of Python have versions.
  static let pinPipPackages = pinned(
    Rule(
      "dockerfile/pin-pip-packages", .info, "Name packages of pip with their version",
      advice: "Write 'package==version', or list the packages in a file for '--requirement'",
      aliases: ["DL3013"]),
    .pip, .pipx,
    unless: { install in install.hasFlag("c", "constraint") })
}
