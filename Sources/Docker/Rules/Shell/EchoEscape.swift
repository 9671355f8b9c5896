import Shell
import Source

extension DockerfileRule {
  /// What has escapes in it is printed by `printf`.
  static let echoEscape = DockerfileRule(
    Rule(
      "dockerfile/echo-escape", .info, "Print escapes such as '\\n' with 'printf'",
      advice: "Write 'printf '…\\n''; what 'echo' makes of '\\n' depends on the shell",
      aliases: ["SC2028"]),
    scripts: { run, _, findings in
      for call in run.calls where call.name.lastPathPart == "echo" && !call.hasFlag("e") && !call.hasFlag("E") {
        for word in call.arguments {
          guard let escape = run.script.escape(in: word) else { continue }
          findings.report("'echo' may print '\(escape.string)' as it is written", at: word.range)
          break
        }
      }
    })
}

extension Script {
  /// The first `\n` or its like that is left in a word for the program to read.
  fileprivate func escape(in word: Word) -> Bytes? {
    if parts(of: word).contains(where: { $0.kind == .ansiQuoted }) { return nil }
    var text = self[word]
    while let index = text.firstIndex(of: UInt8(ascii: "\\")), index + 1 < text.endIndex {
      switch text[index + 1] {
      case UInt8(ascii: "a"), UInt8(ascii: "b"), UInt8(ascii: "e"), UInt8(ascii: "f"), UInt8(ascii: "n"),
        UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "v"), UInt8(ascii: "x"),
        UInt8(ascii: "0")...UInt8(ascii: "7"):
        return text[index...index + 1]
      default: text = text[(index + 2)...]
      }
    }
    return nil
  }
}
