import Source

extension DockerfileRule {
  /// Gems have versions.
  static let pinGems = pinned(
    Rule(
      "dockerfile/pin-gems", .info, "Name gems with their version",
      advice: "Write 'gem:version', or list the gems in a 'Gemfile'",
      aliases: ["DL3028"]),
    .gem,
    unless: { install in install.hasFlag("v", "version") })
}
