import Source

/// The instructions that make one image together: a stage, or what stands before the first FROM.
struct Scope: Sendable {
  /// The indices of its instructions.
  let instructions: Range<Int>
  /// The stage that it is, as an index of `Dockerfile.stages`; nothing before the first FROM.
  let stage: Int?
  /// The index of the scope of the stage that it starts from, where that is one of the same file.
  let parent: Int?

  /// The scopes of a file, in order: what a scope starts from comes before it.
  static func all(in file: Dockerfile, _ references: StageReferences) -> [Scope] {
    let start = file.stages.first?.instructions.lowerBound ?? file.instructions.count
    let front = start > 0 ? [Scope(instructions: 0..<start, stage: nil, parent: nil)] : []
    var parents = [Int?](repeating: nil, count: file.stages.count)
    for reference in references.all where reference.kind == .base {
      parents[reference.stage] = reference.target.map { $0 + front.count }
    }
    return front
      + file.stages.indices.map { stage in
        Scope(instructions: file.stages[stage].instructions, stage: stage, parent: parents[stage])
      }
  }
}
