import Source

extension NoteRule {
  /// Let both of two topics that are easily confused say so.
  static let oneWayContrast = NoteRule(
    Rule(
      "notes/one-way-contrast", .info, "Let both of two topics that are easily confused say so",
      advice: "Name the topic under 'contrasts' in the other note too"),
    check: { rule, knowledge in
      let (graph, topics) = (knowledge.graph, knowledge.topics)
      let contrasts = graph.edges.filter { $0.kind == .contrasts }
      return contrasts.filter { edge in
        topics[edge.to].isPage && knowledge.notes[topics[edge.to].note].part == nil
          && !graph.edges(from: edge.to).contains { $0.kind == .contrasts && $0.to == edge.from }
      }.map { edge in
        let (one, other) = (topics[edge.from], topics[edge.to])
        let note = knowledge.notes[other.note]
        let list = note.frontMatter.range(of: .contrasts)
        let words =
          list == nil
          ? "Write 'contrasts: [\(one.name)]' in this note's front matter" : "Add '\(one.name)' to this list"
        return Diagnostic(
          rule, "'\(other.name)' does not contrast '\(one.name)' in turn", at: knowledge.place(of: edge),
          notes: [Remark(words, at: list.map { Place(path: note.file, range: $0) } ?? note.start)])
      }
    })
}
