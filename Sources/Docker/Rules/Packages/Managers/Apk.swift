import Source

extension PackageManager {
  /// `apk` of Alpine.
  ///
  /// Reference: <https://man.archlinux.org/man/apk-add.8.en>
  static let apk = PackageManager(
    programs: ["apk"],
    installs: ["add"],
    subjects: ["cache"],
    valueFlags: [
      "t", "virtual", "X", "repository", "p", "root", "arch", "cache-dir", "cache-max-age", "keys-dir", "progress-fd",
      "repositories-file", "timeout", "wait",
    ],
    versionMark: "~",
    isPinned: { package, _ in
      // A file, or a package to keep away (`!curl`).
      package.hasComparison || package.contains(UInt8(ascii: "~")) || package.hasSuffix(".apk")
        || package.first == UInt8(ascii: "!")
    })
}
