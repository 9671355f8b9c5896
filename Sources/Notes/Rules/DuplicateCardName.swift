import Source

extension NoteRule {
  /// Give each card of a note a name of its own.
  static let duplicateCardName = NoteRule(
    Rule(
      "notes/duplicate-card-name", .error, "Give each card of a note a name of its own",
      advice: "Change one of the two names; reviews are kept under them"),
    notes: { note in
      note.cardProblems.compactMap { problem in
        guard case .takenPin(let name) = problem.kind else { return nil }
        return ("Second card named '^\(name)'", problem.range)
      }
    })
}
