import Shell
import Source

extension DockerfileRule {
  /// Steps that need root run as root.
  static let sudo = DockerfileRule(
    Rule(
      "dockerfile/sudo", .warning, "Say with USER who runs a step, not with sudo",
      advice: "Leave sudo out, and write USER above the steps that need another user",
      aliases: ["DL3004"], fix: .unsafe),
    commands: "sudo"
  ) { call, script, inspection, findings in
    findings.report(
      "'sudo' in a build, where USER says who runs a step", at: call.nameWord.range,
      fix: withoutSudo(call, inspection.file))
  }

  private static func withoutSudo(_ call: Call, _ file: Dockerfile) -> Fix? {
    guard let next = call.arguments.first, call.script[next].first != UInt8(ascii: "-") else { return nil }
    return file.replacing(
      SourceRange(call.nameWord.range.start, next.range.start), with: "", "Leave sudo out", isSafe: false)
  }
}
