import Shell
import Source

extension DockerfileRule {
  /// What a step does lasts.
  static let pointlessCommand = DockerfileRule(
    Rule(
      "dockerfile/pointless-command", .info, "Run what changes the image",
      advice: "Leave the command out, or do it where the container runs",
      aliases: ["DL3001"]),
    commands: "free", "kill", "mount", "ps", "service", "shutdown", "ssh", "top", "vim"
  ) { call, script, inspection, findings in
    guard let fault = fault(of: call.name), !isAllowed(call, script.occurrence.instruction, inspection.file) else {
      return
    }
    findings.report("Command '\(call.name.string)' \(fault)", at: call.nameWord.range)
  }

  private static func fault(of command: Bytes) -> StaticString? {
    switch command {
    case "service": "starts what ends with the step"
    case "free", "kill", "ps", "top": "is about processes, which end with the step"
    case "mount": "mounts what is gone when the step ends"
    case "shutdown": "has no machine to stop in a build"
    case "ssh", "vim": "is for people, and nobody is there in a build"
    default: nil
    }
  }

  /// Whether a flag of the RUN shows that it is meant: the socket of an SSH agent, the right to mount.
  private static func isAllowed(_ call: Call, _ run: Instruction, _ file: Dockerfile) -> Bool {
    run.flags.contains { flag in
      guard let value = flag.value.map({ file[$0] }) else { return false }
      switch call.name {
      case "ssh": return file[flag.name] == "mount" && value.contains("type=ssh")
      case "mount": return file[flag.name] == "security" && value == "insecure"
      default: return false
      }
    }
  }
}
