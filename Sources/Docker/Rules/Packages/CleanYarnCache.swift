import Source

extension DockerfileRule {
  /// The cache of yarn is emptied where it is filled.
  static let cleanYarnCache = cleaned(
    Rule(
      "dockerfile/clean-yarn-cache", .info, "Empty the cache of yarn in the RUN that fills it",
      advice: "End the RUN with 'yarn cache clean'",
      aliases: ["DL3060"]),
    PackageCache(
      manager: .yarn,
      isCovered: { $0.contains("/.cache") || $0.contains("/.yarn") },
      isFilled: { call in
        // Without a command, yarn installs; but `yarn --version` does not.
        guard call.command != nil else { return call.subject == nil && !call.hasFlag("version", "v", "help", "h") }
        return call.subject == nil && call.does(["install", "add"]) || call.isAbout("global") && call.does(["add"])
      },
      isEmptied: { call, _ in call.isAbout("cache") && call.does(["clean"]) }),
    unless: { $0.hasFlag("cache-folder") },
    message: { "'\($0.title)' leaves its cache in the layer: 'yarn cache clean' is missing behind it" })
}
