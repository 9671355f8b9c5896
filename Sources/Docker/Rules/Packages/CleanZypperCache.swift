import Source

extension DockerfileRule {
  /// The cache of zypper is emptied where it is filled.
  static let cleanZypperCache = cleaned(
    Rule(
      "dockerfile/clean-zypper-cache", .info, "Empty the cache of zypper in the RUN that fills it",
      advice: "End the RUN with 'zypper clean --all'",
      aliases: ["DL3036"]),
    PackageCache(
      manager: .zypper,
      isCovered: { $0.covers("/var/cache/zypp") },
      isFilled: { $0.does(PackageManager.zypperChanges) },
      isEmptied: { call, _ in call.does(["clean", "cc"]) }),
    message: { "'\($0.title)' leaves its cache in the layer: 'zypper clean --all' is missing behind it" })
}
