import Source

extension PackageManager {
  /// `go`, as far as it fetches programs.
  ///
  /// Reference: <https://go.dev/ref/mod#go-install>
  static let go = PackageManager(
    programs: ["go"],
    installs: ["install", "get", "run"],
    valueFlags: [
      "C", "o", "p", "asmflags", "buildmode", "compiler", "covermode", "coverpkg", "exec", "gccgoflags", "gcflags",
      "installsuffix", "ldflags", "mod", "modfile", "overlay", "pgo", "pkgdir", "tags", "toolexec",
    ],
    flagStyle: .words,
    versionMark: "@",
    isPinned: { package, _ in
      if let mark = package.lastIndex(of: UInt8(ascii: "@")) {
        return !package[(mark + 1)...].isAny(of: ["latest", "upgrade", "patch", "none"])
      }
      // What is at hand: files, folders, all of the module, the standard library.
      return package.hasPrefix(among: ".", "/", "~") || package.hasSuffix(".go")
        || package.isAny(of: ["all", "std", "cmd", "tool", "work"])
    })
}
