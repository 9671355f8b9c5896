import Markdown
import Source

extension NoteRule {
  /// Link to a page or file that exists.
  static let brokenLink = NoteRule(
    Rule(
      "notes/broken-link", .error, "Link to a page or file that exists",
      advice: "Correct the path; if the page has moved, name its old address under 'redirect-from' there"),
    links: { link in
      guard case .missingPage(let suggestion) = link.reason else { return nil }
      return .asking("Broken link '\(link.link.destination)'", suggestion)
    })
}
