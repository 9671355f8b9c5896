import Shell
import Source

extension DockerfileRule {
  /// Names of files go from `find` to `xargs` as they are.
  static let findXargs = DockerfileRule(
    Rule(
      "dockerfile/find-xargs", .warning, "Hand names from 'find' to 'xargs' with a NUL between",
      advice: "Write 'find … -print0 | xargs -0 …', or 'find … -exec … +'",
      aliases: ["SC2038"]),
    scripts: { run, _, findings in
      let script = run.script
      for command in script.commands where command.connector == .pipe {
        guard let find = script.call(command), find.name == "find", command.end < script.commands.count,
          let xargs = script.call(script.commands[command.end]), xargs.name == "xargs",
          xargs.command.pipeline == command.pipeline, !xargs.hasFlag("0"), !xargs.hasFlag("null"),
          !find.arguments.contains(where: { find[$0] == "-print0" || find[$0] == "-printf" })
        else { continue }
        findings.report(
          "'find | xargs' takes a name with a blank or a quote for several", at: find.place)
      }
    })
}
