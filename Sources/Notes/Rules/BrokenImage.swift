import Markdown
import Source

extension NoteRule {
  /// Show an image that exists.
  static let brokenImage = NoteRule(
    Rule(
      "notes/broken-image", .error, "Show an image that exists",
      advice: "Correct the path, or put the image into the content folder"),
    links: { link in
      guard case .missingImage(let suggestion) = link.reason else { return nil }
      return .asking("Missing image '\(link.link.destination)'", suggestion)
    })
}
