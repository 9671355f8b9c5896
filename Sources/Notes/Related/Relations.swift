/// How notes stand to each other by what their authors wrote in front matter.
struct Relations: Sendable {
  /// A statement that concerns a note.
  struct Statement: Sendable {
    /// What is said.
    let kind: Edge.Kind
    /// The other note.
    let other: Int
    /// Whether it is the other note that says it.
    let isReverse: Bool
  }

  private var statements: [Int: [Statement]] = [:]

  /// The statements of a site's notes.
  init(_ graph: TopicGraph, _ topics: Topics) {
    for edge in graph.edges where edge.origin == .frontMatter {
      let (note, other) = (topics[edge.from].note, topics[edge.to].note)
      guard note != other else { continue }
      statements[note, default: []].append(Statement(kind: edge.kind, other: other, isReverse: false))
      statements[other, default: []].append(Statement(kind: edge.kind, other: note, isReverse: true))
    }
  }

  /// What is said of a note and another, by either of them.
  func all(of note: Int) -> [Statement] {
    statements[note] ?? []
  }

  /// The notes that are to be read before `note`.
  func prerequisites(of note: Int) -> [Int] {
    all(of: note).compactMap { statement in
      switch (statement.kind, statement.isReverse) {
      case (.requires, false), (.partOf, false), (.next, true): statement.other
      default: nil
      }
    }
  }

  /// The notes that `note` says are to be read after it.
  func next(of note: Int) -> [Int] {
    all(of: note).compactMap { $0.kind == .next && !$0.isReverse ? $0.other : nil }
  }
}
