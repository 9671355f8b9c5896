import Source

extension DockerfileRule {
  /// A stage does not have a name that means something else.
  static let reservedStageName = DockerfileRule(
    Rule(
      "dockerfile/reserved-stage-name", .warning, "Name no stage 'scratch' or 'context'",
      advice: "Rename the stage",
      aliases: ["ReservedStageName", "DL3063"])
  ) { inspection, findings in
    let file = inspection.file
    for stage in file.stages {
      guard let name = stage.name else { continue }
      let meaning: String
      if file[name].equalsIgnoringCase("scratch") {
        meaning = "an image without files"
      } else if file[name].equalsIgnoringCase("context") {
        meaning = "the files that a build is given"
      } else {
        continue
      }
      findings.report("Stage name '\(file[name].string)' is reserved for \(meaning)", at: name.range)
    }
  }
}
