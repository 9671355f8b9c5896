package import Source

/// What came of a snippet.
package struct StepResult: Sendable {
  /// How it went.
  package enum Verdict: Sendable, Equatable {
    /// As its page says.
    case passed
    /// Otherwise; the findings tell how.
    case failed
    /// It was not run, for this reason.
    case skipped(String)

    /// Its name in reports.
    package var name: String {
      switch self {
      case .passed: "passed"
      case .failed: "failed"
      case .skipped: "skipped"
      }
    }
  }

  /// The snippet's whole name: `docker/volume#web`.
  package let name: String
  /// The page's address.
  package let page: String
  /// What kind of thing it is: `build`, `console` or `script`.
  package let kind: String
  /// What stands for all that it depends on.
  package let hash: String
  /// How it went.
  package var verdict = Verdict.passed
  /// What it printed.
  package var printed: [UInt8] = []
  /// How long it took.
  package var seconds = 0.0
  /// The image that was built.
  package var image: ImageFacts?
  /// What is wrong.
  package var diagnostics: [Diagnostic] = []
  /// How the output that its page shows would be right.
  package var updates: [OutputUpdate] = []
  /// Expected and printed lines where they differ, with `-` and `+` in front.
  package var difference: [String] = []

  init(_ step: RunPlan.Step, of plan: RunPlan) {
    name = plan.name(of: step)
    page = plan.page
    hash = step.hash
    kind =
      switch step.work {
      case .build: "build"
      case .session, .engine: "console"
      case .script: "script"
      }
  }

  /// Takes what it printed for what its page says: the output there was written anew.
  package mutating func noteUpdate() {
    guard !updates.isEmpty else { return }
    diagnostics.removeAll { $0.rule === RunRules.unexpectedOutput }
    difference = []
    if !diagnostics.contains(where: { $0.rule.severity == .error }), verdict == .failed { verdict = .passed }
  }

  /// Whether it was run.
  package var isRun: Bool {
    if case .skipped = verdict { false } else { true }
  }
}
