import Source

extension DockerfileRule {
  /// A variable is set before it is used.
  static let sameInstruction = DockerfileRule(
    Rule(
      "dockerfile/same-instruction", .warning, "Set a variable in an ENV above the one that uses it",
      advice: "Set it in an ENV of its own above",
      aliases: ["DL3044"])
  ) { inspection, findings in
    var known = [Environment](repeating: Environment(), count: inspection.file.stages.count + 1)
    for occurrence in inspection.occurrences {
      let stage = (occurrence.stage ?? -1) + 1
      switch occurrence.instruction.keyword {
      case .from: if stage > 0, let base = inspection.graph.bases[stage - 1] { known[stage] = known[base + 1] }
      case .env, .arg:
        guard case .pairs(let pairs) = occurrence.instruction.arguments else { continue }
        if occurrence.instruction.keyword == .env { check(pairs, known[stage], inspection.file, &findings) }
        for pair in pairs where !occurrence.isTrigger {
          known[stage].set(inspection.file[pair.name], to: nil, by: .environment)
        }
      default: continue
      }
    }
  }

  private static func check(_ pairs: [Pair], _ known: Environment, _ file: Dockerfile, _ findings: inout Findings) {
    guard pairs.count > 1, pairs.contains(where: { file[$0.range].contains(UInt8(ascii: "$")) }) else { return }
    let set = setters(in: pairs, file)
    var expander = Expander(escape: file.escape)
    for pair in pairs {
      guard let value = pair.value, let uses = try? expander.expand(file[value], in: set).uses else { continue }
      for use in uses where use.isDeclared && known[use.name] == nil {
        // Only with a value it is set more than once: `A=$A` alone asks for the value from before.
        guard use.isSet || !file[pair.name].elementsEqual(use.name) else { continue }
        findings.report(
          "Variable '\(use.name.string)' is set by this ENV too, and here it has the value from before", at: use.range)
      }
    }
  }

  /// The names that an ENV sets; those that it sets again have a value.
  private static func setters(in pairs: [Pair], _ file: Dockerfile) -> Environment {
    var setters = Environment()
    for pair in pairs {
      let name = file[pair.name]
      setters.set(name, to: setters[name] == nil ? nil : name, by: .environment)
    }
    return setters
  }
}
