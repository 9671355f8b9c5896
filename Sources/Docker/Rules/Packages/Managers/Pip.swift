import Source

extension PackageManager {
  /// `pip` of Python, by all its names.
  ///
  /// Reference: <https://pip.pypa.io/en/stable/cli/pip_install/>
  static let pip = PackageManager(
    programs: ["pip"],
    module: "pip",
    installs: ["install"],
    subjects: ["cache"],
    valueFlags: pipFlags,
    versionMark: "==",
    isPinned: { requirement, _ in isRequirementPinned(requirement) })

  /// `pipx`, which gives each program of Python an environment of its own.
  static let pipx = PackageManager(
    programs: ["pipx"],
    module: "pipx",
    installs: ["install"],
    valueFlags: ["suffix", "python", "i", "index-url", "pip-args", "preinstall"],
    versionMark: "==",
    isPinned: { requirement, _ in isRequirementPinned(requirement) })

  private static let pipFlags: [StaticString] = [
    "r", "requirement", "c", "constraint", "build-constraint", "e", "editable", "i", "index-url", "extra-index-url",
    "f",
    "find-links", "t", "target", "prefix", "root", "src", "b", "build", "platform", "python-version", "implementation",
    "abi", "upgrade-strategy", "C", "config-settings", "global-option", "install-option", "no-binary", "only-binary",
    "progress-bar", "root-user-action", "report", "group", "python", "log", "log-file", "proxy", "retries", "timeout",
    "exists-action", "trusted-host", "cert", "client-cert", "cache-dir", "keyring-provider", "use-feature",
    "use-deprecated", "resume-retries",
  ]

  /// A version, a file, a folder or an address; of a repository a branch, tag or commit.
  private static func isRequirementPinned(_ requirement: Bytes) -> Bool {
    // What follows says on which systems: `foo; python_version < "3.9"`.
    let requirement = requirement.prefix { $0 != UInt8(ascii: ";") }
    if let scheme = requirement.firstRange(of: "://"), isRepository(requirement[..<scheme.lowerBound]) {
      let path = requirement[scheme.upperBound...].drop { $0 != UInt8(ascii: "/") }
      return path.contains(UInt8(ascii: "@"))
    }
    return requirement.hasComparison || requirement.contains(UInt8(ascii: "/"))
      || requirement.first == UInt8(ascii: ".")
      || requirement.hasSuffix(among: ".whl", ".zip", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz")
  }

  /// Whether what stands in front of `://` ends in `git+https` or the like.
  private static func isRepository(_ scheme: Bytes) -> Bool {
    ["git+", "hg+", "svn+", "bzr+"].contains { (prefix: StaticString) in scheme.contains(prefix) } || scheme == "git"
  }
}
