import Markdown
import Source

extension NoteRule {
  /// Give an anchor to one heading only.
  static let duplicateID = NoteRule(
    Rule(
      "notes/duplicate-id", .error, "Give an id to one heading only",
      advice: "Choose another id for one of the two; links to the second cannot work"),
    check: { rule, knowledge in
      knowledge.notes.flatMap { note in
        note.markdownProblems.compactMap { problem in
          guard case .duplicateID(let id, let first) = problem.kind else { return nil }
          return Diagnostic(
            rule, "Duplicate id '\(id)'", at: Place(path: note.file, range: problem.range),
            notes: [Remark("The id is first given here", at: Place(path: note.file, range: first))])
        }
      }
    })
}
