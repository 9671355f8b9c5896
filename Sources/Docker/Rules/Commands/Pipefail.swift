import Shell
import Source

extension DockerfileRule {
  /// A pipeline fails where any of its commands does.
  static let pipefail = DockerfileRule(
    Rule(
      "dockerfile/pipefail", .warning, "Let a pipeline fail where any of its commands does",
      advice: "Write 'SHELL [\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"]' above, or 'set -o pipefail' in front",
      aliases: ["DL4006"])
  ) { inspection, findings in
    for run in inspection.scripts where !run.shell.hasPipefail {
      let start = run.calls.first { setsPipefail($0) }?.place.start ?? Int.max
      guard let pipe = run.script.firstPipe(before: start) else { continue }
      findings.report("Pipe hides whether '\(pipe.name.string)' fails", at: pipe.sign)
    }
  }

  /// Whether a command is `set -o pipefail`, alone or among others.
  private static func setsPipefail(_ call: Call) -> Bool {
    call.name == "set" && call.hasArgument("pipefail") && call.hasFlag("o")
  }
}

extension Script {
  /// The first `|` behind a command that may fail, and that command.
  fileprivate func firstPipe(before end: Int) -> (sign: SourceRange, name: Bytes)? {
    for pipeline in pipelines where pipeline.count > 1 && pipeline.range.start < end {
      var index = pipeline.first
      guard commands.indices.contains(index), decides(commands[index]) else { continue }
      while index != pipeline.last, commands.indices.contains(index) {
        let command = commands[index]
        guard command.end > index else { break }
        if mayFail(command), let sign = sign(behind: command) { return (sign, title(of: command)) }
        index = command.end
      }
    }
    return nil
  }

  /// Whether the status of a pipeline, of which this is a command, goes anywhere: not so in a condition, or in a
  /// substitution that gives a word to a command.
  private func decides(_ command: Command) -> Bool {
    switch command.role {
    case .body, .otherwise: true
    case .condition, .processSubstitution: false
    case .substitution: parent(of: command).map { call($0) == nil && $0.kind == .simple } ?? false
    }
  }

  /// Whether a command is more than one that only prints: those do not fail.
  private func mayFail(_ command: Command) -> Bool {
    guard let call = call(command) else { return true }
    return call.name != "echo" && call.name != "printf" && call.name != "yes" && call.name != "true"
  }

  private func sign(behind command: Command) -> SourceRange? {
    let rest = self[SourceRange(command.range.end, min(command.range.end + 1000, range.end))]
    guard let pipe = rest.firstIndex(of: UInt8(ascii: "|")) else { return nil }
    return SourceRange(pipe, command.connector == .pipeAll ? pipe + 2 : pipe + 1)
  }

  /// The name of a simple command, the first word of another.
  private func title(of command: Command) -> Bytes {
    if let call = call(command), !call.name.isEmpty { return call.name }
    return self[command.range].prefix { !$0.isSpace }
  }
}
