import Shell
import Source

extension DockerfileRule {
  /// A pattern that may match a name with a dash in front has './' before it.
  static let dashedGlob = DockerfileRule(
    Rule(
      "dockerfile/dashed-glob", .info, "Write './*' for all files of a folder",
      advice: "Put './' or '--' in front; a file called '-f' is taken for a flag otherwise",
      aliases: ["SC2035"], fix: .unsafe),
    scripts: { run, inspection, findings in
      let script = run.script
      for command in script.commands where command.kind == .simple {
        guard let call = script.call(command), call.name != "echo", call.name != "printf" else { continue }
        for word in call.arguments {
          if call[word] == "--" { break }
          guard word.hasGlob, let part = script.parts(of: word).first, part.kind == .glob, part.range.count == 1 else {
            continue
          }
          let written = script[word.range].string
          findings.report(
            "'\(written)' may match a file that looks like a flag", at: word.range,
            fix: inspection.file.replacing(word.range, with: "./" + written, "Write './\(written)'", isSafe: false))
        }
      }
    })
}
