import Source

extension DockerfileRule {
  /// The cache of dnf is emptied where it is filled.
  static let cleanDnfCache = cleaned(
    Rule(
      "dockerfile/clean-dnf-cache", .info, "Empty the cache of dnf in the RUN that fills it",
      advice: "End the RUN with 'dnf clean all'",
      aliases: ["DL3040"]),
    .dnf,
    message: { "'\($0.title)' leaves its cache in the layer: '\($0.program.string) clean all' is missing behind it" })
}
