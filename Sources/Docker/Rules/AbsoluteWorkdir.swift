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
    // Whether a directory was set, for each scope at its end.
    var isSet: [Bool] = []
    for scope in inspection.scopes {
      var hasDirectory = scope.parent.map { isSet[$0] } ?? false
      for instruction in file.instructions[scope.instructions] where instruction.keyword == .workdir {
        guard case .value(let path) = instruction.arguments, !hasDirectory else { continue }
        hasDirectory = true
        let directory = file[path].filter { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") }[...]
        guard let first = directory.first, first != UInt8(ascii: "/"), first != UInt8(ascii: "$") else { continue }
        findings.report(
          "WORKDIR '\(directory.string)' is relative to a directory that the base image sets", at: path.range)
      }
      isSet.append(hasDirectory)
    }
  }
}
