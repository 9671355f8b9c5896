import Shell
import Source

extension DockerfileRule {
  /// A rule that asks for the flag that answers a manager's questions.
  ///
  /// - Parameters:
  ///   - commands: What may ask.
  ///   - isAnswered: Whether the answer is given, or nothing is asked.
  static func assumingYes(
    _ rule: Rule, _ manager: PackageManager, in commands: [StaticString],
    unless isAnswered: @escaping @Sendable (PackageCall) -> Bool
  ) -> DockerfileRule {
    DockerfileRule(rule) { inspection, findings in
      guard inspection.mayCall(manager) else { return }
      for script in inspection.scripts {
        for call in script.calls {
          guard let call = PackageCall(call, of: manager), call.does(commands), let command = call.command,
            !isAnswered(call), !call.hasInput
          else { continue }
          let written = inspection.file[command.range].string
          findings.report(
            "'\(call.title)' without '-y' may ask, and nobody answers in a build", at: command.range,
            fix: inspection.file.replacing(command.range, with: written + " -y", "Add '-y'", isSafe: true))
        }
      }
    }
  }
}

extension PackageCall {
  /// Whether something else is its input than that of the build: `yes | …`, `… < answers`.
  fileprivate var hasInput: Bool {
    let script = call.script
    let first = script.commands[script.pipeline(of: call.command).first]
    return first.range != call.command.range
      || script.redirections(of: call.command).contains { redirection in
        switch redirection.kind {
        case .input, .readWrite, .duplicateInput, .heredoc, .herestring: true
        default: false
        }
      }
  }
}
