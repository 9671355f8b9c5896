import Shell
import Source

extension DockerfileRule {
  /// Another shell is chosen with SHELL.
  static let replacedShell = DockerfileRule(
    Rule(
      "dockerfile/replaced-shell", .warning, "Choose the shell with SHELL",
      advice: "Write 'SHELL [\"/bin/bash\", \"-c\"]', and leave /bin/sh as it is",
      aliases: ["DL4005"]),
    commands: "ln"
  ) { call, script, inspection, findings in
    guard let link = call.operands.last, call.operands.count > 1, call[link] == "/bin/sh" else { return }
    findings.report("'/bin/sh' is replaced for all programs of the image", at: link.range)
  }
}
