import Shell
import Source

extension DockerfileRule {
  /// What belongs together is one step.
  static let consecutiveRuns = DockerfileRule(
    Rule(
      "dockerfile/consecutive-runs", .info, "Join short RUNs that follow each other",
      advice: "Join the commands with '&&', or in a heredoc",
      aliases: ["DL3059"])
  ) { inspection, findings in
    var series: [Instruction] = []
    for occurrence in inspection.occurrences where !occurrence.isTrigger {
      let instruction = occurrence.instruction
      guard let first = series.first, isShort(occurrence, inspection),
        inspection.file[first.flagsRange].elementsEqual(inspection.file[instruction.flagsRange])
      else {
        report(series, inspection.file, &findings)
        series = isShort(occurrence, inspection) && inspection.ships(occurrence) ? [instruction] : []
        continue
      }
      series.append(instruction)
    }
    report(series, inspection.file, &findings)
  }

  private static func isShort(_ occurrence: Occurrence, _ inspection: Inspection) -> Bool {
    inspection.script(of: occurrence).map { $0.script.problem == nil && $0.script.calls.count <= 1 } ?? false
  }

  private static func report(_ series: [Instruction], _ file: Dockerfile, _ findings: inout Findings) {
    guard series.count > 1 else { return }
    findings.report(
      "RUN behind a RUN makes \(series.count) layers in a row, where one would do", at: series[1].keywordRange,
      notes: [file.remark("The first of them", at: series[0].keywordRange)])
  }
}

extension Instruction {
  /// From the first flag to the last; empty where there is none.
  fileprivate var flagsRange: SourceRange {
    guard let first = flags.first, let last = flags.last else { return SourceRange(at: keywordRange.end) }
    return SourceRange(first.range.start, last.range.end)
  }
}
