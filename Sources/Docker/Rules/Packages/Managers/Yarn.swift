import Source

extension PackageManager {
  /// `yarn` of Node.js.
  ///
  /// Reference: <https://classic.yarnpkg.com/en/docs/cli/>
  static let yarn = PackageManager(
    programs: ["yarn", "yarnpkg"],
    installs: ["add"],
    subjects: ["cache", "global"],
    valueFlags: [
      "cwd", "cache-folder", "modules-folder", "preferred-cache-folder", "registry", "network-timeout",
      "network-concurrency", "mutex", "proxy", "https-proxy", "use-yarnrc", "prefix", "global-folder", "link-folder",
    ],
    versionMark: "@",
    isPinned: npm.isPinned)
}
