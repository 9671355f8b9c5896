import Shell
import Source

extension DockerfileRule {
  /// A container runs one program.
  static let oneProcess = DockerfileRule(
    Rule(
      "dockerfile/one-process", .info, "Run one program in a container",
      advice: "Give each program a container of its own; Compose and Kubernetes start them together")
  ) { inspection, findings in
    guard !inspection.surroundings.isFragment, let command = inspection.shipped.command,
      case .command(let form) = command.arguments
    else { return }
    let file = inspection.file
    switch form {
    case .exec(let words):
      if let program = words.first, isManager(name(of: file[program])) {
        findings.report(
          "'\(file[program].string)' runs several programs in one container", at: program.range)
      } else if words.count > 2, file[words[words.count - 2]] == "-c", let script = words.last {
        report(Script(parsing: file.text, in: script.range), &findings)
      }
    case .shell(let range): report(Script(parsing: file.text, in: range), &findings)
    }
  }

  private static func report(_ script: Script, _ findings: inout Findings) {
    let calls = script.calls
    for call in calls.map({ $0.unwrapped }) where isManager(name(of: call.name)) {
      return findings.report("'\(call.name.string)' runs several programs in one container", at: call.nameWord.range)
    }
    guard calls.count > 1 else { return }
    for call in calls.map({ $0.unwrapped }) where startsService(call) {
      return findings.report(
        "'\(script[call.place].string)' starts a second program in the container", at: call.place)
    }
    for pipeline in script.pipelines where pipeline.connector == .background {
      guard script.commands[pipeline.first].parent == nil, !isTail(pipeline, in: script) else { continue }
      return findings.report(
        "'\(script[pipeline.range].string) &' starts a second program in the container", at: pipeline.range)
    }
  }

  private static func name(of path: Bytes) -> Bytes {
    path.lastIndex(of: UInt8(ascii: "/")).map { path[($0 + 1)...] } ?? path
  }

  /// Whether a program starts others and looks after them; `tini` and `dumb-init` start one alone.
  private static func isManager(_ program: Bytes) -> Bool {
    switch program {
    case "supervisord", "systemd", "init", "runsvdir", "runit", "my_init", "monit", "circusd", "foreman", "honcho",
      "s6-svscan", "multirun":
      true
    default: false
    }
  }

  /// `service ssh start`, `/etc/init.d/cron start`
  private static func startsService(_ call: Call) -> Bool {
    let isService = call.name == "service" || call.name == "systemctl" || call.name.hasPrefix("/etc/init.d/")
    return isService && call.hasArgument("start")
  }

  /// What only shows a file is no program of its own.
  private static func isTail(_ pipeline: Script.Pipeline, in script: Script) -> Bool {
    guard let call = script.call(script.commands[pipeline.first]) else { return false }
    return call.name == "tail" || call.name == "sleep" || call.name == "wait"
  }
}
