import Shell
import Source

extension DockerfileRule {
  /// `!` does not hide a failure where the script is to end at failures.
  static let negatedCommand = DockerfileRule(
    Rule(
      "dockerfile/negated-command", .info, "Check what '!' turns around",
      advice: "Write '… && exit 1' instead of '! …'; 'set -e' does not see it",
      aliases: ["SC2251"]),
    scripts: { run, _, findings in
      guard run.endsAtErrors else { return }
      let script = run.script
      for pipeline in script.pipelines where pipeline.isNegated {
        switch pipeline.connector {
        case .end, .and, .or: continue
        default: break
        }
        guard !script.isChecked(script.commands[pipeline.last]),
          script.commands[script.commands[pipeline.last].end...].first != nil
        else { continue }
        findings.report(
          "'!' keeps 'set -e' from seeing how this ends",
          at: SourceRange(pipeline.range.start, pipeline.range.start + 1))
      }
    })
}
