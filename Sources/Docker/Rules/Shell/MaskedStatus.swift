import Shell
import Source

extension DockerfileRule {
  /// A command whose failure matters does not stand behind `export`.
  static let maskedStatus = DockerfileRule(
    Rule(
      "dockerfile/masked-status", .warning, "Set a variable first, export it then",
      advice: "Write 'NAME=\"$(…)\" && export NAME'; so a failure of the command is not lost",
      aliases: ["SC2155"]),
    scripts: { run, _, findings in
      let script = run.script
      for call in run.calls where call.isDeclaration {
        for word in call.arguments where !word.isLiteral {
          guard let start = script.valueStart(of: word), let part = script.substitution(in: word) else { continue }
          findings.report(
            "'\(call.name.string)' hides whether '\(script.summary(of: part))' fails",
            at: SourceRange(word.range.start, start - 1))
        }
      }
    })
}

extension Script {
  /// The first substitution in a word, also in double quotes.
  fileprivate func substitution(in word: Word) -> Part? {
    let own = parts(of: word)
    var index = own.startIndex
    while index < own.endIndex {
      let part = own[index]
      switch part.kind {
      case .commandSubstitution, .backquotes: return part
      case .doubleQuoted: index += 1
      default: index = part.end
      }
    }
    return nil
  }
}
