import Source

extension DockerfileRule {
  /// A stage takes what it needs from another, not everything.
  static let wholeFileSystem = DockerfileRule(
    Rule(
      "dockerfile/whole-file-system", .warning, "Copy what is needed, not the whole file system of a stage",
      advice: "Name the files that the stage needs, or build FROM the other stage",
      aliases: ["DL3067"]),
    on: .copy
  ) { occurrence, inspection, findings in
    let copy = occurrence.instruction
    guard let from = copy.flag("from", in: inspection.file)?.value, case .words(let words, _) = copy.arguments,
      let last = words.last, inspection.literal(last).map({ $0 == "/" }) ?? false
    else { return }
    for source in words.dropLast() where inspection.literal(source).map({ $0 == "/" }) ?? false {
      findings.report(
        "Source '/' copies the whole file system of '\(inspection.file[from].string)'", at: source.range)
    }
  }
}
