import Source

extension DockerfileRule {
  /// The name of a stage is one that the file gives.
  static let misspeltStage = DockerfileRule(
    Rule(
      "dockerfile/misspelt-stage", .warning, "Name stages as the file names them",
      advice: "Correct the name: one that no stage has is pulled as an image")
  ) { inspection, findings in
    let file = inspection.file
    // In a file of thousands of stages nobody looks for a slip.
    let names = file.stages.prefix(100).map { $0.name.map { file[$0].string } }
    guard names.contains(where: { $0 != nil }) else { return }
    for reference in inspection.references.all where reference.target == nil && isBare(reference) {
      guard reference.stage > 0 || file.stages.count > 1 else { continue }
      let name = reference.name[...].string
      let earlier = names.prefix(reference.stage).compactMap { $0 }
      guard let nearest = Suggestion.nearest(to: name, among: earlier) else { continue }
      findings.report(
        "Image '\(name)' would be pulled, did you mean the stage '\(nearest)'?", at: reference.range,
        fix: file.replacing(reference.range, with: nearest, "Write '\(nearest)'", isSafe: false))
    }
  }

  /// Whether a name is a single word, as those of stages are, and not that of an image that everyone knows.
  private static func isBare(_ reference: StageReference) -> Bool {
    let name = reference.name[...]
    let isWord = name.allSatisfy { $0.isNameByte || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }
    return isWord && !name.allSatisfy({ $0.isDigit }) && !isKnownImage(name)
  }

  private static func isKnownImage(_ name: Bytes) -> Bool {
    switch name {
    case "alpine", "debian", "ubuntu", "fedora", "centos", "busybox", "scratch", "node", "python", "golang", "rust",
      "ruby", "php", "openjdk", "nginx", "httpd", "maven", "gradle", "postgres", "redis", "mysql", "mongo", "docker",
      "perl", "haskell", "elixir", "erlang", "swift", "gcc", "bash", "caddy", "traefik", "composer", "rockylinux",
      "almalinux", "archlinux", "amazonlinux", "oraclelinux", "registry", "mariadb", "julia", "dart", "buildpack-deps":
      true
    default: false
    }
  }
}
