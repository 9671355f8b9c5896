import Source

extension DockerfileRule {
  /// The first WORKDIR of an image does not depend on that of its base.
  static let absoluteWorkdir = DockerfileRule(
    Rule(
      "dockerfile/absolute-workdir", .warning, "Begin the first WORKDIR of a stage with '/'",
      advice: "Write the whole path",
      aliases: ["WorkdirRelativePath", "DL3000"])
  ) { inspection, findings in
    let file = inspection.file
    // Whether a directory was set, and whether paths are those of Windows, for each scope at its end.
    var ends: [(isSet: Bool, isWindows: Bool)] = []
    for scope in inspection.scopes {
      var end = scope.parent.map { ends[$0] } ?? (isSet: false, isWindows: inspection.isWindows(scope))
      for index in scope.instructions where file.instructions[index].keyword == .workdir {
        guard case .value(let path) = file.instructions[index].arguments, !end.isSet else { continue }
        end.isSet = true
        guard let directory = inspection.directory(path, of: index, in: scope),
          !isAbsolute(directory, onWindows: end.isWindows)
        else { continue }
        findings.report(
          "WORKDIR '\(file[path].excerpt)' is relative to a directory that the base image sets", at: path.range)
      }
      ends.append(end)
    }
  }

  private static func isAbsolute(_ path: Bytes, onWindows: Bool) -> Bool {
    guard let first = path.first else { return false }
    if first == UInt8(ascii: "/") { return true }
    guard onWindows else { return false }
    return first == UInt8(ascii: "\\") || first.isLetter && path.dropFirst().first == UInt8(ascii: ":")
  }
}

extension Inspection {
  /// What WORKDIR names; nothing where the base image may set a variable in it.
  fileprivate func directory(_ path: Word, of index: Int, in scope: Scope) -> Bytes? {
    guard let expansion = plan.steps[index].expansion(of: path) else {
      let text = file[path].filter { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") }[...]
      return text.first == UInt8(ascii: "$") ? nil : text
    }
    if expansion.value.first == UInt8(ascii: "/") { return expansion.value }
    let isKnown = expansion.uses.allSatisfy { $0.isSet || $0.isDeclared }
    return isKnown || startsFromScratch(scope) ? expansion.value : nil
  }

  private func startsFromScratch(_ scope: Scope) -> Bool {
    guard let stage = scope.stage else { return false }
    if case .scratch = plan.stages[stage].base { return true }
    return false
  }

  /// Whether an image is one of Windows, or may be: an excerpt does not say.
  fileprivate func isWindows(_ scope: Scope) -> Bool {
    guard let stage = scope.stage else { return true }
    if plan.stages[stage].platform.map({ $0.os[...] == "windows" }) ?? false { return true }
    if file.escape == UInt8(ascii: "`") { return true }
    guard case .image(let image) = plan.stages[stage].base else { return false }
    return KnownPlatform(of: image)?.isWindows ?? false
  }
}
