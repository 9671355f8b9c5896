import Source

extension DockerfileRule {
  /// A base image is for the platform that its FROM asks for.
  static let baseImagePlatform = DockerfileRule(
    Rule(
      "dockerfile/base-image-platform", .warning, "Ask for the platform that the base image is for",
      advice: "Correct the flag, or take an image for that platform",
      aliases: ["InvalidBaseImagePlatform"]),
    on: .from
  ) { occurrence, inspection, findings in
    let file = inspection.file
    guard let stage = occurrence.stage, let base = file.stages[stage].base,
      let value = occurrence.instruction.flag("platform", in: file)?.value,
      let wanted = file.constantPlatform(value)
    else { return }
    if let (origin, given) = inspection.platform(ofBaseOf: stage) {
      guard !given.matches(wanted) else { return }
      findings.report(
        "Platform '\(wanted.text[...].string)' is asked of stage '\(file[base].string)' that is for "
          + "'\(given.text[...].string)'", at: value.range,
        notes: [file.remark("The platform of that stage", at: origin)])
    } else if let image = try? ImageReference(file[base]), let known = KnownPlatform(of: image), !known.fits(wanted) {
      findings.report(
        "Platform '\(wanted.text[...].string)' is asked of '\(file[base].string)', an image for \(known.name)",
        at: value.range)
    }
  }
}

extension Inspection {
  /// The platform that the base of a stage is for, where that is another stage and a flag says so, and where it is said.
  fileprivate func platform(ofBaseOf stage: Int) -> (SourceRange, Platform)? {
    let front = scopes.count - file.stages.count
    var scope = scopes[stage + front].parent
    // A chain of thousands of stages is not written by hand.
    for _ in 0..<100 {
      guard let index = scope else { return nil }
      let from = file.instructions[scopes[index].instructions.lowerBound]
      if scopes[index].parent == nil {
        guard let value = from.flag("platform", in: file)?.value else { return nil }
        return file.constantPlatform(value).map { (value.range, $0) }
      }
      scope = scopes[index].parent
    }
    return nil
  }
}

extension Platform {
  fileprivate func matches(_ other: Platform) -> Bool {
    os == other.os && architecture == other.architecture && variant == other.variant
  }
}
