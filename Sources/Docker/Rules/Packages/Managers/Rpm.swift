import Source

extension PackageCache {
  /// What yum keeps.
  static let yum = cache(of: .yum)
  /// What dnf keeps.
  static let dnf = cache(of: .dnf)

  private static func cache(of manager: PackageManager) -> PackageCache {
    PackageCache(
      manager: .rpm,
      isCovered: { path in
        path.covers("/var/cache/yum") || path.covers("/var/cache/dnf") || path.covers("/var/cache/libdnf5")
          || path.covers("/var/cache/tdnf")
      },
      isFilled: { manager.isProgram($0.program) && $0.does(PackageManager.rpmInstalls) },
      isEmptied: { $0.does(["clean"]) && $0.program.sharesCache(with: $1.program) })
  }
}

extension Bytes {
  /// Whether two programs are one, or keep what they fetched in the same place: `yum` has been a name for `dnf` since
  /// version 8 of Red Hat's system.
  fileprivate func sharesCache(with program: Bytes) -> Bool {
    let names: [StaticString] = ["yum", "dnf", "dnf5"]
    return elementsEqual(program) || isAny(of: names) && program.isAny(of: names)
  }
}

extension PackageManager {
  /// `yum` of older Fedora and Red Hat systems.
  static let yum = manager(programs: ["yum"])

  /// `dnf` of Fedora and Red Hat systems, and its smaller sisters.
  ///
  /// Reference: <https://dnf.readthedocs.io/en/latest/command_ref.html>
  static let dnf = manager(programs: ["dnf", "microdnf", "dnf5", "tdnf"])

  /// All of them.
  fileprivate static let rpm = manager(programs: yum.programs + dnf.programs)

  /// The commands of both that change what is installed.
  static let rpmChanges: [StaticString] = rpmInstalls + ["remove", "rm", "erase", "autoremove", "groupremove"]

  /// The commands of both that fetch packages.
  static let rpmInstalls: [StaticString] = [
    "install", "in", "localinstall", "groupinstall", "groupupdate", "reinstall", "rei", "upgrade", "up", "update",
    "upgrade-minimal", "update-minimal", "up-min", "downgrade", "distro-sync", "dsync", "swap", "builddep",
  ]

  private static func manager(programs: [StaticString]) -> PackageManager {
    PackageManager(
      programs: programs,
      installs: ["install", "in"],
      subjects: ["module", "group", "groups", "environment"],
      valueFlags: [
        "c", "config", "d", "debuglevel", "e", "errorlevel", "x", "exclude", "excludepkgs", "enablerepo", "disablerepo",
        "repo", "repoid", "setopt", "installroot", "releasever", "disableplugin", "enableplugin", "disableexcludes",
        "forcearch", "comment", "rpmverbosity", "R", "randomwait", "color", "advisory", "from-repo",
      ],
      versionMark: "-",
      isPinned: { package, call in
        call.isAbout("module") ? package.contains(UInt8(ascii: ":")) : isPackagePinned(package)
      })
  }

  /// `name-version` or `name-version-release`: both begin with a digit nearly always. Names may hold numbers as well, but
  /// not at their end: `java-11-openjdk`.
  private static func isPackagePinned(_ package: Bytes) -> Bool {
    // A file or an address, a group, a range of versions, or what a package provides: `perl(JSON)`.
    if package.hasSuffix(".rpm") || package.contains(UInt8(ascii: "/")) || package.first == UInt8(ascii: "@")
      || package.hasComparison || package.hasSuffix(")")
    {
      return true
    }
    var parts = package.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    if parts.last?.first == UInt8(ascii: "*") { parts.removeLast() }
    return parts.count > 1 && parts.last?.first?.isDigit == true
  }
}
