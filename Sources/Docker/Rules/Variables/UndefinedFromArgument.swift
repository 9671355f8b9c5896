import Source

extension DockerfileRule {
  /// FROM knows the arguments above the first FROM, and those of platforms.
  static let undefinedFromArgument = DockerfileRule(
    Rule(
      "dockerfile/undefined-from-argument", .warning, "Declare the arguments of FROM above the first one",
      advice: "Write 'ARG name=value' above the first FROM",
      aliases: ["UndefinedArgInFrom"]),
    on: .from
  ) { occurrence, inspection, findings in
    let plan = inspection.plan
    for word in plan.steps[occurrence.index].words {
      for use in word.undefinedUses {
        let name = "Argument '\(use.name.excerpt)'"
        if let meant = inspection.nearest(to: use.name, in: plan.globals) {
          findings.report("\(name) of FROM is not declared, did you mean '\(meant)'?", at: use.range)
        } else {
          findings.report("\(name) of FROM is not declared above the first FROM", at: use.range)
        }
      }
    }
  }
}
