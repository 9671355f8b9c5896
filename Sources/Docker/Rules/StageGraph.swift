import Source

/// How the stages of a file hang together.
struct StageGraph: Sendable {
  /// For each stage the earlier one that it is built on.
  private(set) var bases: [Int?]
  /// For each stage whether what it writes is in an image that leaves the build: the last stage, one that nothing else
  /// in the file takes from, or one that such a stage is built on.
  private(set) var ships: [Bool]

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
  }
}
