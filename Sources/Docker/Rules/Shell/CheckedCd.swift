import Shell
import Source

extension DockerfileRule {
  /// What follows `cd` only runs where `cd` has worked.
  static let checkedCd = DockerfileRule(
    Rule(
      "dockerfile/checked-cd", .warning, "Run nothing in the wrong folder where 'cd' fails",
      advice: "Write 'cd … && …', begin with 'set -e', or use WORKDIR",
      aliases: ["SC2164"]),
    scripts: { run, _, findings in
      guard !run.endsAtErrors else { return }
      let script = run.script
      for command in script.commands {
        guard let call = script.call(command), call.name == "cd" || call.name == "pushd", !script.isChecked(command),
          !(call.name == "pushd" && call.hasFlag("n")), !call.goesUp, script.goesOn(behind: command)
        else { continue }
        findings.report(
          "'\(script[call.place].string)' may fail, and what follows runs in another folder", at: call.place)
      }
    })
}

extension RunScript {
  /// Whether the script ends at the first command that fails.
  var endsAtErrors: Bool {
    shell.hasErrexit || calls.contains { $0.name == "set" && $0.setsErrexit }
  }
}

extension Call {
  /// Whether it is `set -e`, `set -ex` or `set -o errexit`.
  fileprivate var setsErrexit: Bool { hasFlag("e") || values(of: "o").contains { $0.bytes == "errexit" } }

  /// Whether it only leads to folders above, which are there.
  fileprivate var goesUp: Bool {
    guard arguments.count == 1, let path = arguments.first else { return arguments.isEmpty }
    return self[path].allSatisfy { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/") }
  }
}

extension Script {
  /// Whether something is decided by whether a command fails: it stands before `&&` or `||`, or is a condition, or is
  /// a part of such a thing.
  func isChecked(_ command: Command) -> Bool {
    var command = command
    while true {
      if command.role == .condition { return true }
      let connector = pipeline(of: command).connector
      if connector == .and || connector == .or { return true }
      guard let parent = parent(of: command), !command.isSubstituted else { return false }
      command = parent
    }
  }

  /// Whether anything runs behind a command in the same shell.
  fileprivate func goesOn(behind command: Command) -> Bool {
    var command = command
    while true {
      switch command.connector {
      case .end, .pipe, .pipeAll, .background: break
      default:
        let end = pipeline(of: command).range.end
        if commands[command.end...].contains(where: { $0.range.start >= end && !$0.isSubstituted }) { return true }
      }
      guard let parent = parent(of: command), parent.kind != .subshell else { return false }
      if parent.kind == .forLoop || parent.kind == .whileLoop || parent.kind == .untilLoop { return true }
      command = parent
    }
  }
}
