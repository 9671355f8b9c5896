import Source

extension PackageManager {
  /// `apt-get` of Debian and Ubuntu, and `apt`, which takes the same.
  ///
  /// Reference: <https://manpages.debian.org/stable/apt/apt-get.8.en.html>
  static let apt = PackageManager(
    programs: ["apt-get", "apt"],
    installs: ["install"],
    valueFlags: aptFlags,
    versionMark: "=",
    isPinned: { package, _ in
      // A file, a release (`curl/bookworm-backports`), or a package to remove (`curl-`).
      package.contains(UInt8(ascii: "=")) || package.contains(UInt8(ascii: "/")) || package.hasSuffix(".deb")
        || package.last == UInt8(ascii: "-")
    })

  /// All that fetch the lists of packages.
  static let aptLike = PackageManager(
    programs: apt.programs + ["aptitude"], installs: apt.installs, valueFlags: aptFlags, versionMark: "=",
    isPinned: apt.isPinned)

  private static let aptFlags: [StaticString] = [
    "t", "target-release", "default-release", "o", "option", "c", "config-file", "a", "host-architecture", "P",
    "build-profiles", "S", "snapshot",
  ]
}
