import Shell
import Source

extension DockerfileRule {
  /// A variable is quoted, so that its value stays one word.
  static let quoteVariable = DockerfileRule(
    Rule(
      "dockerfile/quote-variable", .info, "Quote variables in commands",
      advice: "Put it between '\"'; leave it as it is where several words are meant",
      aliases: ["SC2086"], fix: .unsafe),
    scripts: { run, inspection, findings in
      let script = run.script
      let flow = VariableFlow(script)
      SplitWords(run).forEach { part, index, command in
        guard part.kind == .parameter, !flow.isClean[index], script.takesQuotes(part, in: command) else { return }
        let written = script[part.range].string
        findings.report(
          "Variable '\(written)' without quotes: blanks in its value split it, '*' and '?' match files", at: part.range,
          fix: inspection.file.replacing(part.range, with: "\"\(written)\"", "Quote '\(written)'", isSafe: false))
      }
    })
}

extension Script {
  /// Whether quotes would be right for a variable: not for a number of things, nor for all arguments, nor where words
  /// stand within the braces instead of its value.
  fileprivate func takesQuotes(_ part: Part, in command: Command) -> Bool {
    let name = self[part.name]
    if name == "@" || part.operation == .length || part.operation == .alternative { return false }
    if part.isIndexed, self[part.range].contains("[@]") { return false }
    if part.operation == .assignment, let call = call(command), call.name == ":" { return false }
    return !name.isEmpty
  }
}
