import Markdown
import Source

extension NoteRule {
  /// Write Markdown, not HTML.
  static let rawHTML = NoteRule(
    Rule(
      "notes/raw-html", .info, "Write Markdown instead of HTML",
      advice: "HTML is shown as text; set 'raw-html: trusted' in site.yaml to let harmless tags through"),
    notes: { note in
      note.markdownProblems.compactMap { problem in
        guard case .rawHTML = problem.kind else { return nil }
        return ("HTML is shown as text", problem.range)
      }
    })
}
