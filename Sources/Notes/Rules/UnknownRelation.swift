import Source

extension NoteRule {
  /// Relate topics to topics that exist.
  static let unknownRelation = NoteRule(
    Rule(
      "notes/unknown-relation", .error, "Relate a topic to topics that exist",
      advice: "Correct the name, or write the note; a path such as 'docker/volume.md' will do, too", fix: .unsafe),
    check: { rule, knowledge in
      diagnostics(knowledge) { faulty, suggestions in
        let relation = faulty.relation
        switch faulty.fault.reason {
        case .unknown:
          let suggestion = suggestions.topic(relation.target)
          let question = suggestion.map { ", did you mean '\($0)'?" } ?? ""
          return Diagnostic(
            rule, "Unknown topic '\(relation.target)' under '\(relation.kind.rawValue)'\(question)", at: faulty.place,
            fix: faulty.fix(suggestion))
        case .itself where relation.kind != .requires && relation.kind != .partOf:
          return Diagnostic(rule, "'\(relation.kind.rawValue)' names the note itself", at: faulty.place)
        default: return nil
        }
      }
    })
}
