import Source

extension NoteRule {
  /// Put a question above a line "?", and its answer below.
  static let halfQuestionBlock = NoteRule(
    Rule(
      "notes/half-question-block", .warning, "Put a question above a line '?' and its answer below it",
      advice: "Write question, mark and answer on lines that follow each other, without a blank line between them"),
    notes: { note in
      note.cardProblems.compactMap { problem in
        switch problem.kind {
        case .blockWithoutQuestion: ("No question above the line '?'", problem.range)
        case .blockWithoutAnswer: ("No answer below the line '?'", problem.range)
        default: nil
        }
      }
    })
}
