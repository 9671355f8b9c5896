import Shell
import Source

extension DockerfileRule {
  /// `apt` is for people.
  static let preferAptGet = DockerfileRule(
    Rule(
      "dockerfile/prefer-apt-get", .info, "Call apt-get in scripts, not apt",
      advice: "Write 'apt-get', or 'apt-cache' to search",
      aliases: ["DL3027"], fix: .safe)
  ) { inspection, findings in
    guard inspection.mayCall(.apt) else { return }
    for script in inspection.scripts {
      let calls = script.calls.filter { $0.name == "apt" }
      guard let first = calls.first else { continue }
      findings.report(
        "'apt' is for people at a terminal: 'apt-get' stays the same in scripts", at: first.nameWord.range,
        fix: fix(for: calls, in: inspection.file))
    }
  }

  /// Where both programs do all of the commands alike, `apt-get` is as good for each.
  private static func fix(for calls: [Call], in file: Dockerfile) -> Fix? {
    var edits: [Fix.Edit] = []
    for call in calls {
      guard PackageCall(call, of: .apt)?.does(same) == true, file[call.nameWord.range] == "apt" else { return nil }
      edits.append(Fix.Edit(file.text.rangeInFile(call.nameWord.range), "apt-get"))
    }
    return Fix("Write 'apt-get'", isSafe: true, edits: edits)
  }

  /// What both do alike.
  private static let same: [StaticString] = [
    "update", "install", "reinstall", "remove", "purge", "autoremove", "autopurge", "clean", "autoclean", "build-dep",
    "download", "source",
  ]
}
