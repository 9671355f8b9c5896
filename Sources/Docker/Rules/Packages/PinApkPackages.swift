import Source

extension DockerfileRule {
  /// Packages of Alpine have versions.
  static let pinApkPackages = pinned(
    Rule(
      "dockerfile/pin-apk-packages", .info, "Name packages of apk with their version",
      advice: "Write 'package~version', or pin the base image by its digest and skip this rule",
      aliases: ["DL3018"]),
    .apk)
}
