import Markdown
import Source

extension NoteRule {
  /// Refer to footnotes that are written.
  static let undefinedFootnote = NoteRule(
    Rule(
      "notes/undefined-footnote", .error, "Refer to a footnote that is written",
      advice: "Write the footnote as a line that starts with '[^label]:'"),
    notes: { note in
      note.markdownProblems.compactMap { problem in
        guard case .undefinedFootnote(let label) = problem.kind else { return nil }
        return ("Undefined footnote '[^\(label)]'", problem.range)
      }
    })
}
