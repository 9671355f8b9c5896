import Source

extension DockerfileRule {
  /// Every stage has a name of its own.
  static let duplicateStageName = DockerfileRule(
    Rule(
      "dockerfile/duplicate-stage-name", .warning, "Give each stage a name of its own",
      advice: "Rename one of the stages",
      aliases: ["DuplicateStageName", "DL3024"])
  ) { inspection, findings in
    let file = inspection.file
    var names: [UInt64: Word] = [:]
    for stage in file.stages {
      guard let name = stage.name else { continue }
      let fingerprint = ContentHash(file[name].lowercased).value
      guard let taken = names[fingerprint] else {
        names[fingerprint] = name
        continue
      }
      findings.report(
        "Stage name '\(file[name].string)' is taken by an earlier stage", at: name.range,
        notes: [file.remark("The earlier stage", at: taken.range)])
    }
  }
}
