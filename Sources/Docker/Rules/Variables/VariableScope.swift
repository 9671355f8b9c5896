import Source

/// Which variables are set, as one goes down a file from instruction to instruction.
struct VariableScope {
  /// The variables of a stage.
  private struct Stage {
    /// The fingerprints of their names.
    var names: Set<UInt64> = []
    var parent: Int?
    /// Whether it may start from a stage that only the build knows: `FROM base-$VARIANT`.
    var isOpen = false
  }

  private let file: Dockerfile
  private var stages: [Stage]
  /// Where ARG sets variables before the first FROM, by their fingerprints.
  private(set) var globals: [UInt64: SourceRange] = [:]

  /// How many stages that start from each other are looked at; no file has as many.
  private static let deepest = 64

  init(_ inspection: Inspection) {
    file = inspection.file
    stages = [Stage](repeating: Stage(), count: file.stages.count)
    for reference in inspection.references.all where reference.kind == .base {
      stages[reference.stage].parent = reference.target
      stages[reference.stage].isOpen = Self.mayBeStage(reference.name[...])
    }
  }

  /// Notes what an instruction sets.
  mutating func take(_ occurrence: Occurrence) {
    let keyword = occurrence.instruction.keyword
    guard keyword == .arg || keyword == .env, !occurrence.isTrigger,
      case .pairs(let pairs) = occurrence.instruction.arguments
    else { return }
    for pair in pairs {
      let name = Self.fingerprint(file[pair.name])
      if let stage = occurrence.stage {
        stages[stage].names.insert(name)
      } else if globals[name] == nil {
        globals[name] = pair.name.range
      }
    }
  }

  /// Whether a variable is set in a stage, or in one of the file that it starts from.
  func isSet(_ name: Bytes, in stage: Int) -> Bool {
    let name = Self.fingerprint(name)
    var next: Int? = stage
    for _ in 0..<Self.deepest {
      guard let stage = next else { return false }
      if stages[stage].isOpen || stages[stage].names.contains(name) { return true }
      next = stages[stage].parent
    }
    return true
  }

  /// Where ARG sets a variable before the first FROM.
  func global(_ name: Bytes) -> SourceRange? {
    globals[Self.fingerprint(name)]
  }

  private static func mayBeStage(_ name: Bytes) -> Bool {
    name.contains(UInt8(ascii: "$")) && !name.contains(UInt8(ascii: ":")) && !name.contains(UInt8(ascii: "/"))
  }

  private static func fingerprint(_ name: Bytes) -> UInt64 {
    ContentHash(Array(name)).value
  }
}
