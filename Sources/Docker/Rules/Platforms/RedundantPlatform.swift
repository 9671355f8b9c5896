import Source

extension DockerfileRule {
  /// FROM names no platform that it takes anyway.
  static let redundantPlatform = DockerfileRule(
    Rule(
      "dockerfile/redundant-platform", .info, "Leave out '--platform=$TARGETPLATFORM'",
      advice: "Remove the flag",
      aliases: ["RedundantTargetPlatform", "DL3065"], fix: .safe),
    on: .from
  ) { occurrence, inspection, findings in
    let file = inspection.file
    guard let flag = occurrence.instruction.flag("platform", in: file), let value = flag.value else { return }
    guard file[value].isTargetPlatform else { return }
    let next = file.text.bytes[flag.range.end...].firstIndex { !Space.separatesWords($0) } ?? flag.range.end
    findings.report(
      "Platform '\(file[value].string)' is the one that FROM takes without a flag", at: flag.range,
      fix: file.replacing(SourceRange(flag.range.start, next), with: "", "Remove the flag", isSafe: true))
  }
}

extension Bytes {
  /// Whether it is the variable that names the platform of the build, in the place of a platform.
  var isTargetPlatform: Bool { self == "$TARGETPLATFORM" || self == "${TARGETPLATFORM}" }
}
