import Source

extension DockerfileRule {
  /// The maintainer is a label.
  static let maintainer = DockerfileRule(
    Rule(
      "dockerfile/maintainer", .info, "Name the maintainer in a label",
      advice: "Write 'LABEL org.opencontainers.image.authors=…' instead",
      aliases: ["MaintainerDeprecated", "DL4000"], fix: .unsafe),
    on: .maintainer
  ) { occurrence, inspection, findings in
    let instruction = occurrence.instruction
    findings.report(
      "MAINTAINER, where a label is read by all tools", at: instruction.keywordRange,
      fix: label(for: instruction, in: inspection.file))
  }

  private static func label(for instruction: Instruction, in file: Dockerfile) -> Fix? {
    guard case .value(let name) = instruction.arguments else { return nil }
    let quoted = file[name].string
    guard !file[name].contains(UInt8(ascii: "\"")), !file[name].contains(UInt8(ascii: "$")) else { return nil }
    return file.replacing(
      instruction.range, with: "LABEL org.opencontainers.image.authors=\"\(quoted)\"", "Write a label", isSafe: false)
  }
}
