import Source

extension DockerfileRule {
  /// AS is written as its FROM is.
  static let asCasing = DockerfileRule(
    Rule(
      "dockerfile/as-casing", .info, "Write 'AS' in the letter case of its 'FROM'",
      advice: "Write both in capitals",
      aliases: ["FromAsCasing"], fix: .safe),
    on: .from
  ) { occurrence, inspection, findings in
    let file = inspection.file
    let from = file[occurrence.instruction.keywordRange]
    guard case .words(let words, _) = occurrence.instruction.arguments, words.count == 3 else { return }
    guard file[words[1]].equalsIgnoringCase("as") else { return }
    let written = file[words[1]].string
    let wanted: String
    switch (LetterCase(from), LetterCase(file[words[1]])) {
    case (.upper, .lower), (.upper, .mixed): wanted = "AS"
    case (.lower, .upper), (.lower, .mixed): wanted = "as"
    default: return
    }
    findings.report(
      "'\(written)' stands beside '\(from.string)'; both are written in one letter case", at: words[1].range,
      fix: file.replacing(words[1].range, with: wanted, "Write '\(wanted)'", isSafe: true))
  }
}

/// How the letters of a word are written.
enum LetterCase {
  case upper, lower, mixed

  init(_ word: Bytes) {
    let capitals = word.count { $0.isCapital }
    let letters = word.count { $0.isLetter }
    self = capitals == letters ? .upper : capitals == 0 ? .lower : .mixed
  }
}
