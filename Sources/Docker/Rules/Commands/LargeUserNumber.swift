import Shell
import Source

extension DockerfileRule {
  /// A user with a large number has no place in the log of logins.
  static let largeUserNumber = DockerfileRule(
    Rule(
      "dockerfile/large-user-number", .warning, "Make users with large numbers with '-l'",
      advice: "Add '-l', so that no log of logins is made",
      aliases: ["DL3046"], fix: .unsafe),
    commands: "useradd"
  ) { call, script, inspection, findings in
    guard let number = call.value(of: "u", "uid"), number.bytes.count > 5, number.bytes.allSatisfy({ $0.isDigit }),
      !call.hasFlag("l", "no-log-init")
    else { return }
    findings.report(
      "User number '\(number.bytes.string)' without '-l' makes a log of gigabytes", at: number.range,
      fix: inspection.file.replacing(
        SourceRange(at: call.nameWord.range.end), with: " -l", "Add '-l'", isSafe: false))
  }
}
