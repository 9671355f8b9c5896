import Source

/// A Dockerfile with all that rules ask of it.
struct Inspection: Sendable {
  /// The file as it is written.
  let file: Dockerfile
  /// Its instructions with those behind ONBUILD, in order.
  let occurrences: [Occurrence]
  /// For each keyword, by its number, the indices of its occurrences.
  private let positions: [[Int]]
  /// Where stages name others.
  let references: StageReferences
  /// The image that the file ends in.
  let shipped: ShippedImage
  /// Its stages, and what stands before the first.
  let scopes: [Scope]
  /// How its stages hang together.
  let graph: StageGraph
  /// What a builder would make of it.
  let plan: BuildPlan
  /// What is said about the rules themselves.
  let suppressions: Suppressions
  /// What its RUNs give to shells.
  let scripts: [RunScript]
  /// What programs those may call.
  let programs: ProgramMask
  /// What is known beside it.
  let surroundings: Surroundings

  init(_ file: Dockerfile, in surroundings: Surroundings) {
    self.file = file
    self.surroundings = surroundings
    var options = BuildOptions()
    options.isFragment = surroundings.isFragment
    plan = BuildPlan(of: file, with: options)
    suppressions = Suppressions(file, in: surroundings)
    occurrences = Occurrence.all(in: file)
    positions = Occurrence.positions(of: occurrences)
    references = StageReferences(occurrences, in: file)
    shipped = ShippedImage(occurrences, references, in: file, isFragment: surroundings.isFragment)
    scopes = Scope.all(in: file, references)
    graph = StageGraph(references, stages: file.stages.count)
    scripts = RunScript.all(in: file, occurrences, graph)
    programs = ProgramMask(scripts)
  }

  /// Whether it is an excerpt that begins in the middle of a stage: what stands above is not known.
  var isExcerpt: Bool { surroundings.isFragment && file.stages.isEmpty }

  /// The indices of the occurrences of a keyword.
  func positions(of keyword: Keyword) -> [Int] {
    positions[Int(keyword.rawValue)]
  }

  /// Whether what an instruction does ends up in an image that leaves the build.
  func ships(_ occurrence: Occurrence) -> Bool {
    occurrence.stage.map { graph.ships[$0] } ?? true
  }

  /// The script of a RUN; nothing for other instructions, and where no shell is known to read it.
  func script(of occurrence: Occurrence) -> RunScript? {
    var low = 0
    var high = scripts.count
    while low < high {
      let middle = (low + high) / 2
      if scripts[middle].occurrence.index < occurrence.index { low = middle + 1 } else { high = middle }
    }
    guard low < scripts.count, scripts[low].occurrence.index == occurrence.index else { return nil }
    return occurrence.instruction.keyword == .run ? scripts[low] : nil
  }

  /// What a word says, without its quotes; nothing where a variable is in it.
  func literal(_ word: Word) -> Bytes? {
    var expander = Expander(escape: file.escape)
    guard let expansion = try? expander.expand(file[word], in: Environment()), expansion.uses.isEmpty else {
      return nil
    }
    return expansion.value
  }
}

/// An instruction where it stands.
struct Occurrence: Sendable {
  /// The instruction.
  let instruction: Instruction
  /// The index of it in `Dockerfile.instructions`, or of the ONBUILD that it stands behind.
  let index: Int
  /// The stage that it stands in, as an index of `Dockerfile.stages`; nothing before the first FROM.
  let stage: Int?
  /// Whether it stands behind ONBUILD: a child image runs it.
  let isTrigger: Bool

  fileprivate static func positions(of occurrences: [Occurrence]) -> [[Int]] {
    var positions = [[Int]](repeating: [], count: Keyword.allCases.count)
    for (index, occurrence) in occurrences.enumerated() {
      if let keyword = occurrence.instruction.keyword { positions[Int(keyword.rawValue)].append(index) }
    }
    return positions
  }

  static func all(in file: Dockerfile) -> [Occurrence] {
    var occurrences: [Occurrence] = []
    occurrences.reserveCapacity(file.instructions.count)
    var stage = -1
    for (index, instruction) in file.instructions.enumerated() {
      if instruction.keyword == .from { stage += 1 }
      let number = file.stages.indices.contains(stage) ? stage : nil
      occurrences.append(Occurrence(instruction: instruction, index: index, stage: number, isTrigger: false))
      if case .trigger(let trigger) = instruction.arguments {
        occurrences.append(Occurrence(instruction: trigger, index: index, stage: number, isTrigger: true))
      }
    }
    return occurrences
  }
}
