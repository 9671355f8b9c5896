import Source

extension DockerfileRule {
  /// Images come from where the project says.
  static let untrustedRegistry = DockerfileRule(
    Rule(
      "dockerfile/untrusted-registry", .error, "Take images from the registries that the project trusts",
      advice: "Take the image from another registry, or name this one in 'trustedRegistries' of .hadolint.yaml",
      aliases: ["DL3026"])
  ) { inspection, findings in
    let trusted = inspection.surroundings.settings.trustedRegistries
    guard !trusted.isEmpty else { return }
    for image in inspection.baseImages {
      guard let registry = image.registry else { continue }
      check(registry, at: image.word.range, trusted, &findings)
    }
    for reference in inspection.references.all where reference.kind != .base && reference.target == nil {
      guard !inspection.references.isStage(reference.name[...]), !reference.name.allSatisfy({ $0.isDigit }),
        let image = try? ImageReference(reference.name[...])
      else { continue }
      check(image.registry ?? ImageReference.hub, at: reference.range, trusted, &findings)
    }
  }

  private static func check(
    _ registry: Bytes, at range: SourceRange, _ trusted: [[UInt8]], _ findings: inout Findings
  ) {
    let isHub = registry.elementsEqual(ImageReference.hub)
    let isTrusted = trusted.contains { pattern in
      registry.matches(pattern[...]) || isHub && pattern[...] == "hub.docker.com"
    }
    guard !isTrusted else { return }
    findings.report("Registry '\(registry.string)' is none that the project trusts", at: range)
  }
}

extension Bytes {
  /// Whether they are those of a pattern, in which `*` stands for any bytes.
  fileprivate func matches(_ pattern: Bytes) -> Bool {
    var (index, position) = (startIndex, pattern.startIndex)
    var star: (position: Int, index: Int)?
    while index < endIndex {
      if position < pattern.endIndex, pattern[position] == UInt8(ascii: "*") {
        star = (position, index)
        position += 1
      } else if position < pattern.endIndex, pattern[position] == self[index] {
        position += 1
        index += 1
      } else if let last = star {
        star = (last.position, last.index + 1)
        position = last.position + 1
        index = last.index + 1
      } else {
        return false
      }
    }
    return pattern[position...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
