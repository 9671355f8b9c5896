import Shell
import Source

extension DockerfileRule {
  /// A loop has more to go through than one word.
  static let singlePassLoop = DockerfileRule(
    Rule(
      "dockerfile/single-pass-loop", .info, "Loop over more than one word",
      advice: "Name several words, write '$name', or take the loop away",
      aliases: ["SC2043"]),
    scripts: { run, _, findings in
      let script = run.script
      for command in script.commands where command.kind == .forLoop {
        let words = script.words(of: command).dropFirst()
        guard words.count == 1, let word = words.first, word.isLiteral, !word.isQuoted, !word.hasGlob, !word.hasBraces,
          !script[word].contains(UInt8(ascii: ","))
        else { continue }
        findings.report("Loop over the single word '\(script[word].string)'", at: word.range)
      }
    })
}
