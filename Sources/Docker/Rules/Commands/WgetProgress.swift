import Shell
import Source

extension DockerfileRule {
  /// wget draws no progress bar into the log of a build.
  static let wgetProgress = DockerfileRule(
    Rule(
      "dockerfile/wget-progress", .info, "Keep the progress of wget out of the log",
      advice: "Add '-q', '-nv' or '--progress=dot:giga'",
      aliases: ["DL3047"], fix: .unsafe),
    commands: "wget"
  ) { call, script, inspection, findings in
    guard !call.hasFlag("q", "quiet", "no-verbose", "progress", "o", "output-file", "a", "append-output"),
      !call.hasFlag("h", "help", "V", "version"),
      !call.arguments.contains(where: { call[$0].hasPrefix("-nv") })
    else { return }
    findings.report(
      "'wget' fills the log with its progress", at: call.nameWord.range,
      fix: inspection.file.replacing(
        SourceRange(at: call.nameWord.range.end), with: " -q", "Add '-q'", isSafe: false))
  }
}
