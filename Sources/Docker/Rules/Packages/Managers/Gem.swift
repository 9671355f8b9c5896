import Source

extension PackageManager {
  /// `gem` of Ruby.
  ///
  /// Reference: <https://guides.rubygems.org/command-reference/#gem-install>
  static let gem = PackageManager(
    programs: ["gem"],
    installs: ["install", "i"],
    valueFlags: [
      "v", "version", "i", "install-dir", "n", "bindir", "build-root", "document", "P", "trust-policy", "without", "s",
      "source", "p", "http-proxy", "platform", "file", "config-file", "B", "bulk-threshold", "target-rbconfig",
    ],
    endsAtDashes: true,
    versionMark: ":",
    isPinned: { gem, _ in gem.contains(UInt8(ascii: ":")) || gem.hasSuffix(".gem") })
}
