import Markdown
import Source

extension NoteRule {
  /// Refer to every footnote.
  static let unusedFootnote = NoteRule(
    Rule(
      "notes/unused-footnote", .warning, "Refer to every footnote that is written",
      advice: "Refer to it in the text, or take it out; it is not shown"),
    notes: { note in
      note.markdownProblems.compactMap { problem in
        guard case .unusedFootnote(let label) = problem.kind else { return nil }
        return ("Unused footnote '[^\(label)]'", problem.range)
      }
    })
}
