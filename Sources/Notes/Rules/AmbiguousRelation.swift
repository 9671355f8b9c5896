import Source

extension NoteRule {
  /// Relate a topic to one topic, not to one of several.
  static let ambiguousRelation = NoteRule(
    Rule(
      "notes/ambiguous-relation", .warning, "Relate a topic to one topic, not to one of several",
      advice: "Write the path of the note that is meant, such as 'docker/volume.md'"),
    check: { rule, knowledge in
      diagnostics(knowledge) { faulty, _ in
        guard case .ambiguous(let found) = faulty.fault.reason else { return nil }
        let (name, topics) = (faulty.relation.target, knowledge.topics)
        let taken = knowledge.notes[topics[found[0]].note].path.path
        return Diagnostic(
          rule, "Ambiguous topic '\(name)': \(found.count) topics have that name, the one in '\(taken)' is taken",
          at: faulty.place,
          notes: found.prefix(4).map { Remark("This topic is called '\(topics[$0].name)'", at: topics[$0].place) })
      }
    })
}
