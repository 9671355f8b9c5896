import Shell
import Source

extension DockerfileRule {
  /// The output of a command is quoted, so that it stays one word.
  static let quoteSubstitution = DockerfileRule(
    Rule(
      "dockerfile/quote-substitution", .info, "Quote what a command puts in the place of '$(…)'",
      advice: "Put it between '\"'; leave it as it is where several words are meant",
      aliases: ["SC2046"]),
    scripts: { run, _, findings in
      let script = run.script
      SplitWords(run).forEach { part, _, _ in
        guard part.kind == .commandSubstitution || part.kind == .backquotes, !part.commands.isEmpty,
          !script.printsWords(part)
        else { return }
        findings.report(
          "Output of '\(script.summary(of: part))' without quotes: blanks split it, '*' and '?' match files",
          at: part.range)
      }
    })
}

extension Script {
  /// Whether a substitution runs a program that is there to print several words.
  fileprivate func printsWords(_ part: Part) -> Bool {
    guard let first = commands[part.commands].first, first.end == part.commands.upperBound,
      let call = call(first)
    else { return false }
    return call.name == "seq" || call.name == "pgrep"
  }

  /// The beginning of a substitution, for a message.
  func summary(of part: Part) -> String {
    let text = self[part.range]
    guard text.count > 40 else { return text.string }
    // Cut between characters.
    var end = text.startIndex + 36
    while end > text.startIndex, text[end] & 0xC0 == 0x80 { end -= 1 }
    return text[..<end].string + "…" + (part.kind == .backquotes ? "`" : ")")
  }
}
