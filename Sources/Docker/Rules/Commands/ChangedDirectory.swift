import Shell
import Source

extension DockerfileRule {
  /// A step runs where WORKDIR says.
  static let changedDirectory = DockerfileRule(
    Rule(
      "dockerfile/changed-directory", .info, "Choose the directory with WORKDIR",
      advice: "Write WORKDIR above the RUN",
      aliases: ["DL3003"])
  ) { inspection, findings in
    for script in inspection.scripts {
      // The others in the same script are part of the same thought.
      guard let call = script.calls.first(where: { $0.name == "cd" }) else { continue }
      findings.report("'\(inspection.file[call.place].string)' holds for this RUN only, WORKDIR stays", at: call.place)
    }
  }
}
