import Shell
import Source

extension DockerfileRule {
  /// A script can be read by its shell.
  static let shellSyntax = DockerfileRule(
    Rule(
      "dockerfile/shell-syntax", .error, "Write what a shell can read",
      advice: "Correct the script; the shell stops here",
      aliases: ["SC1072", "SC1073", "SC1088", "SC1065", "SC1009", "SC1036", "SC1064"])
  ) { inspection, findings in
    for run in inspection.scripts {
      guard let problem = run.script.problem, !run.mayBeForWindows else { continue }
      findings.report(problem.message, at: problem.range)
    }
  }
}

extension RunScript {
  /// Whether it looks like a script for PowerShell or `cmd`, which the image may run where nothing says so.
  fileprivate var mayBeForWindows: Bool {
    let text = script[script.range]
    if text.contains("$env:") || text.contains("$ErrorActionPreference") || text.contains("Invoke-WebRequest") {
      return true
    }
    let name = text.prefix { !$0.isSpace }
    return name.equalsIgnoringCase("powershell") || name.equalsIgnoringCase("pwsh") || name.equalsIgnoringCase("cmd")
      || name.hasSuffix(".exe")
  }
}
