import Markdown
import Source

extension NoteRule {
  /// Link without a scheme that runs code.
  static let unsafeLink = NoteRule(
    Rule(
      "notes/unsafe-link", .error, "Link without a scheme that runs code",
      advice: "Link to a page; the link is published without its destination"),
    links: { link, _ in
      guard case .unsafeScheme = link.reason else { return nil }
      return Words(message: "Unsafe link '\(link.link.destination)'")
    })
}
