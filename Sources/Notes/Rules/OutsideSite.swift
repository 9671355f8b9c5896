import Markdown
import Source

extension NoteRule {
  /// Link to files inside the content folder.
  static let outsideSite = NoteRule(
    Rule(
      "notes/outside-site", .error, "Link to files inside the content folder",
      advice: "Move the file into the content folder, or link to its address on the web"),
    links: { link, _ in
      guard case .outsideSite = link.reason else { return nil }
      return Words(message: "Link out of the site '\(link.link.destination)'")
    })
}
