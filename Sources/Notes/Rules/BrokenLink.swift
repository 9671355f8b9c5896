import Markdown
import Source

extension NoteRule {
  /// Link to a page or file that exists.
  static let brokenLink = NoteRule(
    Rule(
      "notes/broken-link", .error, "Link to a page or file that exists",
      advice: "Correct the path; if the page has moved, name its old address under 'redirect-from' there", fix: .unsafe),
    links: { link, suggestions in
      guard case .missingPage(let path) = link.reason else { return nil }
      let suggestion = suggestions.destination(link.link.destination, to: path, from: link.fault.note)
      return .asking("Broken link '\(link.link.destination)'", suggestion)
    })
}
