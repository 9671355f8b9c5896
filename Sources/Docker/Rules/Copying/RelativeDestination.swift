import Source

extension DockerfileRule {
  /// A relative destination is relative to a WORKDIR that the file names.
  static let relativeDestination = DockerfileRule(
    Rule(
      "dockerfile/relative-destination", .info, "Set a WORKDIR before a relative destination",
      advice: "Write an absolute path, or a WORKDIR above",
      aliases: ["DL3045"])
  ) { inspection, findings in
    guard !inspection.isExcerpt else { return }
    var hasWorkdir = [Bool](repeating: false, count: inspection.file.stages.count + 1)
    for occurrence in inspection.occurrences {
      let stage = (occurrence.stage ?? -1) + 1
      switch occurrence.instruction.keyword {
      case .from:
        if stage > 0, let base = inspection.graph.bases[stage - 1] { hasWorkdir[stage] = hasWorkdir[base + 1] }
      case .workdir: hasWorkdir[stage] = true
      case .copy where !hasWorkdir[stage], .add where !hasWorkdir[stage]:
        check(occurrence.instruction, inspection, &findings)
      default: break
      }
    }
  }

  private static func check(_ copy: Instruction, _ inspection: Inspection, _ findings: inout Findings) {
    guard case .words(let words, _) = copy.arguments, words.count > 1, let last = words.last,
      let path = inspection.literal(last), !isAbsolute(path)
    else { return }
    findings.report(
      "Destination '\(path.string)' is relative, and no WORKDIR above says to what", at: last.range)
  }

  /// Whether a path begins at a root: `/`, or that of a drive. Where it has backslashes the builder takes them for
  /// escapes; that is for other rules to say.
  private static func isAbsolute(_ path: Bytes) -> Bool {
    if path.first == UInt8(ascii: "/") || path.first == UInt8(ascii: "\\") { return true }
    return path.count > 1 && path[path.startIndex].isLetter && path[path.startIndex + 1] == UInt8(ascii: ":")
  }
}
