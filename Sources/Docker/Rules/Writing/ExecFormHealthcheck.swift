import Source

extension DockerfileRule {
  /// HEALTHCHECK starts no shell without need.
  static let execFormHealthcheck = DockerfileRule(
    Rule(
      "dockerfile/exec-form-healthcheck", .info, "Start no shell for a health check that needs none",
      advice: "Write the command as a JSON array: '[\"program\", \"argument\"]'",
      aliases: ["DL3025"], fix: .unsafe),
    on: .healthcheck
  ) { occurrence, inspection, findings in
    guard case .health(let type, .shell(let text)) = occurrence.instruction.arguments,
      inspection.file[type].equalsIgnoringCase("cmd"), let fix = inspection.file.execForm(of: text)
    else { return }
    findings.report("CMD of a health check starts a shell that it has no need of", at: type.range, fix: fix)
  }
}
