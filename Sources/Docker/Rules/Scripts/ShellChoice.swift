import Source

/// Which shell runs the scripts at a point of a file: the last that SHELL chose in the stage or in one that it is built
/// on, or that a comment `# hadolint shell=…` names.
struct ShellChoice {
  private let file: Dockerfile
  private let bases: [Int?]
  private var shells: [RunShell]
  private var standard = RunShell.standard
  private var nextComment = 0

  init(_ file: Dockerfile, _ graph: StageGraph) {
    self.file = file
    bases = graph.bases
    if file.escape == UInt8(ascii: "`") { standard = .windows }
    shells = [RunShell](repeating: standard, count: bases.count + 1)
  }

  /// The shell that an instruction's script is for.
  subscript(occurrence: Occurrence) -> RunShell {
    shells[occurrence.stage ?? bases.count]
  }

  /// Takes notice of an instruction, and of the comments above it.
  mutating func pass(_ occurrence: Occurrence) {
    let instruction = occurrence.instruction
    let named = shellNamed(above: occurrence.index)
    if instruction.keyword == .from, let stage = occurrence.stage {
      // Above a FROM a comment speaks of all that follows.
      standard = named ?? standard
      shells[stage] = bases[stage].map { shells[$0] } ?? initial(stage)
    } else if instruction.keyword == .shell, case .command(.exec(let words)) = instruction.arguments {
      shells[occurrence.stage ?? bases.count] = RunShell(words, in: file)
    }
    if let named { shells[occurrence.stage ?? bases.count] = named }
  }

  /// The shell of an image that another file has built: that of Windows has one of its own.
  private func initial(_ stage: Int) -> RunShell {
    guard standard.isDefault, let base = file.stages[stage].base else { return standard }
    let name = file[base]
    let isWindows = name.contains("windows/") || name.contains("windowsservercore") || name.contains("nanoserver")
    return isWindows ? .windows : standard
  }

  /// What the comments between an instruction and the one before it say.
  private mutating func shellNamed(above instruction: Int) -> RunShell? {
    var named: RunShell?
    while nextComment < file.comments.count, file.comments[nextComment].instruction <= instruction {
      let comment = file.comments[nextComment]
      nextComment += 1
      if !comment.isInside { named = Self.shell(in: file.source.bytes(comment.range)) ?? named }
    }
    return named
  }

  /// `# hadolint shell=bash`
  private static func shell(in comment: Bytes) -> RunShell? {
    let text = comment.dropFirst().trimmed
    guard text.hasPrefix("hadolint") else { return nil }
    let setting = text.dropFirst("hadolint".utf8.count).trimmed
    guard setting.hasPrefix("shell") else { return nil }
    let value = setting.dropFirst("shell".utf8.count).trimmed
    guard value.first == UInt8(ascii: "=") else { return nil }
    return RunShell(interpreter: value.dropFirst().trimmed)
  }
}
