import Source

extension NoteRule {
  /// Give a card a question and an answer.
  static let halfCard = NoteRule(
    Rule(
      "notes/half-card", .warning, "Give a card a question and an answer",
      advice: "Write both sides of the mark, or put it between backticks if it is code"),
    notes: { note in
      note.cardProblems.compactMap { problem in
        switch problem.kind {
        case .noQuestion: ("Card without a question before its mark", problem.range)
        case .noAnswer: ("Card without an answer behind its mark", problem.range)
        default: nil
        }
      }
    })
}
