import Source

extension DockerfileRule {
  /// The name of a stage is one that the file gives.
  static let misspeltStage = DockerfileRule(
    Rule(
      "dockerfile/misspelt-stage", .warning, "Name stages as the file names them",
      advice: "Correct the name: one that no stage has is pulled as an image",
      aliases: ["DL3022"], fix: .unsafe)
  ) { inspection, findings in
    let file = inspection.file
    for reference in inspection.references.all {
      guard let nearest = inspection.stageMeant(by: reference) else { continue }
      let name = reference.name[...].string
      findings.report(
        "Image '\(name)' would be pulled, did you mean the stage '\(nearest)'?", at: reference.range,
        fix: file.replacing(reference.range, with: nearest, "Write '\(nearest)'", isSafe: false))
    }
  }
}

extension Inspection {
  /// The stage above whose name is nearly the one that stands here; nothing where it names a stage, or where an image
  /// is as likely.
  func stageMeant(by reference: StageReference) -> String? {
    // A file of hundreds of stages is not written by hand.
    guard reference.target == nil, reference.stage > 0, file.stages.count <= 200, reference.isBareName,
      !reference.isKnownImage
    else { return nil }
    let earlier = file.stages.prefix(reference.stage).compactMap { $0.name.map { file[$0].string } }
    return Suggestion.nearest(to: reference.name[...].string, among: earlier)
  }
}

extension StageReference {
  /// Whether the name is a single word, as those of stages are.
  var isBareName: Bool {
    let name = name[...]
    return name.allSatisfy { $0.isNameByte || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }
      && !name.allSatisfy { $0.isDigit }
  }

  /// Whether it is the name of an image that everyone knows.
  fileprivate var isKnownImage: Bool {
    switch name[...] {
    case "alpine", "debian", "ubuntu", "fedora", "centos", "busybox", "scratch", "node", "python", "golang", "rust",
      "ruby", "php", "openjdk", "nginx", "httpd", "maven", "gradle", "postgres", "redis", "mysql", "mongo", "docker",
      "perl", "haskell", "elixir", "erlang", "swift", "gcc", "bash", "caddy", "traefik", "composer", "rockylinux",
      "almalinux", "archlinux", "amazonlinux", "oraclelinux", "registry", "mariadb", "julia", "dart", "buildpack-deps":
      true
    default: false
    }
  }
}
