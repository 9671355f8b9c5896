import Source

extension DockerfileRule {
  /// A stage is used by another, or is the last.
  static let unusedStage = DockerfileRule(
    Rule(
      "dockerfile/unused-stage", .info, "Use what a stage builds",
      advice: "Copy from it, start a stage from it, or take it out; ignore this where it is built with --target")
  ) { inspection, findings in
    let stages = inspection.file.stages
    guard stages.count > 1, !inspection.surroundings.isFragment else { return }
    let isUsed = used(inspection)
    for (index, stage) in stages.enumerated().dropLast() where !isUsed[index] {
      report(stage, number: index, inspection.file, &findings)
    }
  }

  private static func used(_ inspection: Inspection) -> [Bool] {
    let file = inspection.file
    var isUsed = [Bool](repeating: false, count: file.stages.count)
    var patterns: [NamePattern] = []
    for reference in inspection.references.all {
      if let target = reference.target {
        isUsed[target] = true
      } else if let pattern = NamePattern(reference.name[...]) {
        patterns.append(pattern)
      }
    }
    guard !patterns.isEmpty else { return isUsed }
    for (index, stage) in file.stages.enumerated() where !isUsed[index] {
      guard let name = stage.name.map({ file[$0].lowercased[...] }) else { continue }
      // A file of thousands of both is not written by hand.
      isUsed[index] = patterns.prefix(100).contains { $0.matches(name) }
    }
    return isUsed
  }

  private static func report(_ stage: Dockerfile.Stage, number: Int, _ file: Dockerfile, _ findings: inout Findings) {
    guard let name = stage.name else {
      let place = stage.base?.range ?? file.instructions[stage.instructions.lowerBound].keywordRange
      findings.report("Stage \(number) without a name that no other stage uses: it is never built", at: place)
      return
    }
    guard !isTarget(file[name]) else { return }
    findings.report("Stage '\(file[name].string)' that no other stage uses: only --target builds it", at: name.range)
  }

  /// Whether a stage has one of the names that are given to stages for `--target`.
  private static func isTarget(_ name: Bytes) -> Bool {
    for word in name.lowercased[...].split(whereSeparator: { !$0.isLetter }) where isPurpose(word) { return true }
    return false
  }

  private static func isPurpose(_ word: Bytes) -> Bool {
    switch word {
    case "dev", "devel", "develop", "development", "debug", "test", "tests", "testing", "tester", "unit", "integration",
      "e", "ci", "lint", "linter", "check", "checks", "validate", "verify", "format", "coverage", "bench", "benchmark",
      "docs", "doc", "release", "prod", "production", "final", "runtime", "local", "export", "artifact", "artifacts",
      "binaries", "out", "output", "update", "generate", "vendor", "target", "debugger", "shell", "playground":
      true
    default: false
    }
  }
}

/// A name with a variable in it, as in `FROM base-$TARGETARCH`: the build decides which stage it means.
private struct NamePattern {
  private let prefix: Bytes
  private let suffix: Bytes

  init?(_ name: Bytes) {
    guard let start = name.firstIndex(of: UInt8(ascii: "$")), let last = name.lastIndex(of: UInt8(ascii: "$")) else {
      return nil
    }
    prefix = name[..<start].lowercased[...]
    let behind = name[last...].dropFirst()
    if behind.first == UInt8(ascii: "{") {
      suffix = name[(name.lastIndex(of: UInt8(ascii: "}")) ?? name.endIndex - 1)...].dropFirst().lowercased[...]
    } else {
      suffix = behind.drop { $0.isNameByte }.lowercased[...]
    }
  }

  /// Whether it may mean the stage of a name in lower case.
  func matches(_ name: Bytes) -> Bool {
    guard name.count >= prefix.count + suffix.count else { return false }
    return name.prefix(prefix.count) == prefix && name.suffix(suffix.count) == suffix
  }
}
