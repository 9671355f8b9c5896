import Source

extension DockerfileRule {
  /// The cache of yum is emptied where it is filled.
  static let cleanYumCache = cleaned(
    Rule(
      "dockerfile/clean-yum-cache", .info, "Empty the cache of yum in the RUN that fills it",
      advice: "End the RUN with 'yum clean all'",
      aliases: ["DL3032"]),
    .yum,
    message: { "'\($0.title)' leaves its cache in the layer: '\($0.program.string) clean all' is missing behind it" })
}
