import Source

extension PackageManager {
  /// `npm` of Node.js.
  ///
  /// Reference: <https://docs.npmjs.com/cli/commands/npm-install>
  static let npm = PackageManager(
    programs: ["npm"],
    installs: ["install", "i", "add"],
    valueFlags: [
      "C", "prefix", "w", "workspace", "L", "location", "registry", "cache", "loglevel", "userconfig", "globalconfig",
      "tag", "before", "scope", "omit", "include", "install-strategy", "script-shell", "proxy", "https-proxy",
      "noproxy",
      "node-options", "cpu", "os", "libc", "depth", "fetch-retries", "fetch-timeout", "maxsockets", "cafile", "ca",
      "otp",
      "python", "target", "arch",
    ],
    versionMark: "@",
    isPinned: { spec, _ in isSpecPinned(spec) })

  private static func isSpecPinned(_ spec: Bytes) -> Bool {
    if isRepository(spec) { return spec.contains(UInt8(ascii: "#")) }
    if spec.hasPrefix(among: ".", "/", "~/", "file:") || spec.contains("://")
      || spec.hasSuffix(among: ".tgz", ".tar.gz", ".tar")
    {
      return true
    }
    // The first `@` may be that of a scope: `@angular/cli`.
    guard let mark = spec.dropFirst().firstIndex(of: UInt8(ascii: "@")) else { return false }
    let version = spec[(mark + 1)...]
    return !version.isEmpty && version != "latest"
  }

  /// Whether it names a repository of git: by an address, or as `user/project` on GitHub.
  private static func isRepository(_ spec: Bytes) -> Bool {
    if spec.hasPrefix(among: "git:", "git+", "git@", "github:", "gitlab:", "bitbucket:", "gist:") { return true }
    return spec.contains(UInt8(ascii: "/")) && !spec.hasPrefix(among: "@", ".", "/", "~", "file:")
      && !spec.contains("://") && !spec.contains(UInt8(ascii: "@"))
  }
}
