import Source

extension DockerfileRule {
  /// All keywords of a file are written alike.
  static let keywordCasing = DockerfileRule(
    Rule(
      "dockerfile/keyword-casing", .info, "Write all keywords in one letter case",
      advice: "Write keywords in capitals",
      aliases: ["ConsistentInstructionCasing"])
  ) { inspection, findings in
    let file = inspection.file
    // What stands before the first FROM is not counted; in a fragment nothing else may be there.
    let first = file.stages.first?.instructions.lowerBound ?? 0
    let keywords = file.instructions[first...].filter { $0.keyword != nil }.map { $0.keywordRange }
    let cases = keywords.map { LetterCase(file[$0]) }
    let isLower = cases.count { $0 == .lower } > cases.count { $0 == .upper }
    let wanted = isLower ? LetterCase.lower : .upper
    for (range, found) in zip(keywords, cases) where found != wanted {
      let word = file[range].string
      let keyword = Keyword(file[range])?.name ?? word
      let spelling = isLower ? file[range].lowercased[...].string : keyword
      findings.report(
        found == .mixed
          ? "Keyword '\(word)' mixes capitals and small letters"
          : "Keyword '\(word)' is in \(isLower ? "capitals" : "lower case"), most others are not",
        at: range, fix: file.replacing(range, with: spelling, "Write '\(spelling)'", isSafe: true))
    }
  }
}
