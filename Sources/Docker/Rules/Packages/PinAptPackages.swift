import Source

extension DockerfileRule {
  /// Packages of Debian and Ubuntu have versions.
  static let pinAptPackages = pinned(
    Rule(
      "dockerfile/pin-apt-packages", .info, "Name packages of apt with their version",
      advice: "Write 'package=version', or pin the base image by its digest and skip this rule",
      aliases: ["DL3008"]),
    .apt)
}
