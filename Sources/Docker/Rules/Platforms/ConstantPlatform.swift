import Source

extension DockerfileRule {
  /// Which platform an image is for, the build decides.
  static let constantPlatform = DockerfileRule(
    Rule(
      "dockerfile/constant-platform", .warning, "Let the build decide the platform of a stage",
      advice: "Use '$BUILDPLATFORM' or a build argument, or name the stage for its platform",
      aliases: ["FromPlatformFlagConstDisallowed", "DL3029"]),
    on: .from
  ) { occurrence, inspection, findings in
    let file = inspection.file
    guard let value = occurrence.instruction.flag("platform", in: file)?.value,
      let platform = file.constantPlatform(value)
    else { return }
    if let stage = occurrence.stage, let name = file.stages[stage].name, platform.isNamed(in: file[name]) { return }
    findings.report(
      "Platform '\(file[value].string)' is fixed; a build for another one takes it all the same", at: value.range)
  }
}

extension Dockerfile {
  /// The platform that a flag names without variables.
  func constantPlatform(_ value: Word) -> Platform? {
    self[value].contains(UInt8(ascii: "$")) ? nil : try? Platform(self[value])
  }
}

extension Platform {
  /// Whether the name of a stage says what it is for.
  fileprivate func isNamed(in name: Bytes) -> Bool {
    let name = name.lowercased[...]
    return name.contains(os[...]) || name.contains(architecture[...])
  }
}

extension Bytes {
  /// Whether some bytes stand anywhere in these.
  func contains(_ part: Bytes) -> Bool {
    guard let first = part.first, count >= part.count else { return part.isEmpty }
    return (startIndex...(endIndex - part.count)).contains { index in
      self[index] == first && self[index..<index + part.count] == part
    }
  }
}
