import Shell
import Source

extension DockerfileRule {
  /// `apt` is for people.
  static let preferAptGet = DockerfileRule(
    Rule(
      "dockerfile/prefer-apt-get", .info, "Call apt-get in scripts, not apt",
      advice: "Write 'apt-get', or 'apt-cache' to search",
      aliases: ["DL3027"])
  ) { inspection, findings in
    for script in inspection.scripts {
      for call in script.calls where call.name == "apt" {
        let isSame = PackageCall(call, of: .apt)?.does(same) ?? false
        findings.report(
          "'apt' is for people at a terminal: 'apt-get' stays the same in scripts", at: call.nameWord.range,
          fix: isSame
            ? inspection.file.replacing(call.nameWord.range, with: "apt-get", "Write 'apt-get'", isSafe: true) : nil)
      }
    }
  }

  /// What both do alike.
  private static let same: [StaticString] = [
    "update", "install", "reinstall", "remove", "purge", "autoremove", "autopurge", "clean", "autoclean", "build-dep",
    "download", "source",
  ]
}
