import Source

extension DockerfileRule {
  /// apt-get does not ask.
  static let aptAssumeYes = assumingYes(
    Rule(
      "dockerfile/apt-assume-yes", .warning, "Answer what apt-get may ask",
      advice: "Add '-y'",
      aliases: ["DL3014"], fix: .safe),
    .apt,
    in: ["install"],
    unless: { call in
      call.hasFlag("y", "yes", "assume-yes", "force-yes", "s", "simulate", "just-print", "dry-run", "recon", "no-act")
        || call.hasFlag("print-uris", "d", "download-only", "trivial-only") || call.isQuiet
    })
}

extension PackageCall {
  /// Whether it is as quiet as `-qq`, which means yes as well.
  fileprivate var isQuiet: Bool {
    let levels = flags.filter { $0.name == "q" || $0.name == "quiet" }
    return levels.count > 1 || levels.contains { $0.value.map { $0.isAny(of: ["2", "3"]) } ?? false }
  }
}
