import Source

extension DockerfileRule {
  /// The name of a stage is in lower case.
  static let lowercaseStageName = DockerfileRule(
    Rule(
      "dockerfile/lowercase-stage-name", .info, "Name stages in lower case",
      advice: "Write the name in lower case; what refers to it finds it in any",
      aliases: ["StageNameCasing"], fix: .safe)
  ) { inspection, findings in
    let file = inspection.file
    for stage in file.stages {
      guard let name = stage.name, file[name].contains(where: { $0.isCapital }) else { continue }
      let lowercase = file[name].lowercased[...].string
      findings.report(
        "Stage name '\(file[name].string)' has capitals; the builder takes it for '\(lowercase)'", at: name.range,
        fix: file.replacing(name.range, with: lowercase, "Write '\(lowercase)'", isSafe: true))
    }
  }
}
