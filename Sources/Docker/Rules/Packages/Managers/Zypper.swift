import Source

extension PackageManager {
  /// `zypper` of openSUSE.
  ///
  /// Reference: <https://en.opensuse.org/SDB:Zypper_manual>
  static let zypper = PackageManager(
    programs: ["zypper"],
    installs: ["install", "in"],
    valueFlags: [
      "c", "config", "C", "cache-dir", "raw-cache-dir", "solv-cache-dir", "pkg-cache-dir", "reposd-dir", "R", "root",
      "installroot", "releasever", "userdata", "p", "plus-repo", "plus-content", "r", "repo", "from", "t", "type",
      "download",
    ],
    versionMark: "=",
    isPinned: { package, _ in
      // A file or an address, or a package to remove.
      package.hasComparison || package.hasSuffix(".rpm") || package.contains(UInt8(ascii: "/"))
        || package.hasPrefix(among: "!", "~")
    })

  /// The commands that fetch packages.
  static let zypperChanges: [StaticString] = [
    "install", "in", "source-install", "si", "install-new-recommends", "inr", "update", "up", "patch", "dist-upgrade",
    "dup", "verify", "ve",
  ]
}
