import Source

/// How the stages of a file hang together.
struct StageGraph: Sendable {
  /// For each stage the earlier one that it is built on.
  private(set) var bases: [Int?]
  /// For each stage whether what it writes is in an image that leaves the build: the last stage, one that nothing else
  /// in the file takes from, or one that such a stage is built on.
  private(set) var ships: [Bool]

  /// For each stage whether an image that leaves the build ends there.
  private(set) var ends: [Bool]

  init(_ references: StageReferences, stages count: Int) {
    bases = [Int?](repeating: nil, count: count)
    ships = [Bool](repeating: true, count: count)
    for reference in references.all {
      guard let target = reference.target else { continue }
      ships[target] = false
      if reference.kind == .base { bases[reference.stage] = target }
    }
    if count > 0 { ships[count - 1] = true }
    for stage in ships.indices.reversed() where ships[stage] {
      if let base = bases[stage] { ships[base] = true }
    }
    ends = ships
    for (stage, base) in bases.enumerated() where ships[stage] {
      if let base { ends[base] = false }
    }
  }

  /// The first of the stages that a stage is built on, one on the other: it starts from an image.
  func root(of stage: Int) -> Int {
    var stage = stage
    while let base = bases[stage] { stage = base }
    return stage
  }
}

extension Inspection {
  /// The stages in which images end that leave the build, and that have no such instruction, nor what they are built on.
  func ends(without isWanted: (Instruction) -> Bool) -> [Int] {
    var has = [Bool](repeating: false, count: file.stages.count)
    for occurrence in occurrences where !occurrence.isTrigger {
      guard let stage = occurrence.stage else { continue }
      if occurrence.instruction.keyword == .from, let base = graph.bases[stage] { has[stage] = has[base] }
      if !has[stage] { has[stage] = isWanted(occurrence.instruction) }
    }
    return has.indices.filter { graph.ends[$0] && !has[$0] }
  }

  /// Where a stage is said to begin: its base image.
  func beginning(of stage: Int) -> SourceRange {
    let stage = file.stages[stage]
    return stage.base?.range ?? file.instructions[stage.instructions.lowerBound].keywordRange
  }
}
