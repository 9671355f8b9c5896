import Source

extension DockerfileRule {
  /// All keywords of a file are written alike.
  static let keywordCasing = DockerfileRule(
    Rule(
      "dockerfile/keyword-casing", .info, "Write all keywords in one letter case",
      advice: "Write keywords in capitals",
      aliases: ["ConsistentInstructionCasing"], fix: .safe)
  ) { inspection, findings in
    let file = inspection.file
    // What stands before the first FROM is not counted; in a fragment nothing else may be there.
    let first = file.stages.first?.instructions.lowerBound ?? 0
    let instructions = file.instructions[first...].filter { $0.keyword != nil }
    let cases = instructions.map { LetterCase(file[$0.keywordRange]) }
    let isLower = cases.count { $0 == .lower } > cases.count { $0 == .upper }
    let wanted = isLower ? LetterCase.lower : .upper
    for (instruction, found) in zip(instructions, cases) where found != wanted {
      let word = file[instruction.keywordRange].string
      findings.report(
        found == .mixed
          ? "Keyword '\(word)' mixes capitals and small letters"
          : "Keyword '\(word)' is in \(isLower ? "capitals" : "lower case"), most others are not",
        at: instruction.keywordRange, fix: file.respelling(instruction, inLowerCase: isLower))
    }
  }
}

extension Dockerfile {
  /// Writes an instruction's keyword in one letter case, and the AS of a FROM with it.
  fileprivate func respelling(_ instruction: Instruction, inLowerCase isLower: Bool) -> Fix? {
    let word = self[instruction.keywordRange]
    let name = Keyword(word)?.name ?? word.string
    let spelling = isLower ? word.lowercased[...].string : name
    guard
      let fix = replacing(instruction.keywordRange, with: spelling, "Write '\(spelling)'", isSafe: true)
    else { return nil }
    guard instruction.keyword == .from, case .words(let words, _) = instruction.arguments, words.count == 3,
      self[words[1]].equalsIgnoringCase("as")
    else { return fix }
    let asSpelling = isLower ? "as" : "AS"
    guard let other = replacing(words[1].range, with: asSpelling, "", isSafe: true) else { return nil }
    // An edit that changes nothing is none.
    guard !self[words[1]].elementsEqual(asSpelling.utf8) else { return fix }
    return Fix("Write '\(spelling)' and '\(asSpelling)'", isSafe: true, edits: fix.edits + other.edits)
  }
}
