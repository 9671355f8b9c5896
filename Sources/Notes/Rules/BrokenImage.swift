import Markdown
import Source

extension NoteRule {
  /// Show an image that exists.
  static let brokenImage = NoteRule(
    Rule(
      "notes/broken-image", .error, "Show an image that exists",
      advice: "Correct the path, or put the image into the content folder", fix: .unsafe),
    links: { link, suggestions in
      guard case .missingImage(let path) = link.reason else { return nil }
      let suggestion = suggestions.destination(link.link.destination, to: path, from: link.fault.note)
      return .asking("Missing image '\(link.link.destination)'", suggestion)
    })
}
