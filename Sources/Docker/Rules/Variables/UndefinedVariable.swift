import Source

extension DockerfileRule {
  /// Variables are set where they are used.
  static let undefinedVariable = DockerfileRule(
    Rule(
      "dockerfile/undefined-variable", .warning, "Use variables that are set",
      advice: "Set it with ENV, or declare it with ARG in the same stage",
      aliases: ["UndefinedVar"])
  ) { inspection, findings in
    inspection.reportUndefined(withAlternative: false, &findings)
  }

  /// An alternative is for a variable that may be set.
  static let needlessAlternative = DockerfileRule(
    Rule(
      "dockerfile/needless-alternative", .info, "Declare a variable whose value may be left out",
      advice: "Declare it with ARG in the same stage, or write the value alone",
      aliases: ["UndefinedVar"])
  ) { inspection, findings in
    inspection.reportUndefined(withAlternative: true, &findings)
  }
}

extension Inspection {
  /// Reports variables that no instruction sets.
  ///
  /// - Parameter withAlternative: Whether those that have an alternative: `${x:-value}`, or those without.
  fileprivate func reportUndefined(withAlternative: Bool, _ findings: inout Findings) {
    guard !isExcerpt else { return }
    var count = 0
    for stage in plan.stages {
      for step in plan.steps(of: stage) where plan.instruction(of: step).keyword != .expose {
        for word in step.words where !word.uses.isEmpty {
          let uses = word.undefinedUses.filter { $0.hasAlternative == withAlternative }
          for use in uses {
            // In a file with hundreds of them nobody looks for a slip.
            count += 1
            findings.report(
              count > 100 ? "Variable '\(use.name.excerpt)' is not set" : message(for: use, in: stage, step),
              at: use.range)
          }
        }
      }
    }
  }

  private func message(for use: VariableUse, in stage: BuildStage, _ step: BuildStep) -> String {
    let name = "Variable '\(use.name.excerpt)'"
    if use.hasAlternative { return "\(name) is set nowhere before, so its alternative is always taken" }
    if plan.globals[use.name] != nil {
      return "\(name) is only known to FROM; declare 'ARG \(use.name.excerpt)' in the stage, too"
    }
    if stage.end.environment[use.name] != nil { return "\(name) is not set yet" }
    if let meant = nearest(to: use.name, in: step.state.environment) {
      return "\(name) is not set, did you mean '\(meant)'?"
    }
    if case .image(let image) = plan.root(of: stage) {
      return "\(name) is not set, unless '\(image.repository.excerpt)' sets it"
    }
    return "\(name) is not set"
  }

  /// The variable that was probably meant. In a file with hundreds of them nobody looks for a slip.
  func nearest(to name: Bytes, in environment: Environment) -> String? {
    let variables = environment.variables
    guard variables.count <= 200 else { return nil }
    return Suggestion.nearest(to: name.string, among: variables.map { $0.name.string })
  }
}

extension ExpandedWord {
  /// Where it names variables that nobody set nor declared, each once.
  var undefinedUses: [VariableUse] {
    var undefined: [VariableUse] = []
    // Beyond some hundreds they are counted twice rather than compared for ever.
    for use in uses where !use.isDeclared && !undefined.suffix(300).contains(where: { $0.name == use.name }) {
      undefined.append(use)
    }
    return undefined
  }
}
