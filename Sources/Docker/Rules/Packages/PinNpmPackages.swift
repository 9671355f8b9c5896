import Source

extension DockerfileRule {
  /// Packages of Node.js have versions.
  static let pinNpmPackages = pinned(
    Rule(
      "dockerfile/pin-npm-packages", .info, "Name packages of npm with their version",
      advice: "Write 'package@version', or list the packages in 'package.json'",
      aliases: ["DL3016"]),
    .npm)
}
