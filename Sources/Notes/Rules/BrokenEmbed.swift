import Markdown
import Source

extension NoteRule {
  /// Embed a note or an image that exists.
  static let brokenEmbed = NoteRule(
    Rule(
      "notes/broken-embed", .error, "Embed a note or an image that exists",
      advice: "Correct the name, or write the note"),
    links: { link in
      guard case .missingEmbed(let suggestion) = link.reason else { return nil }
      return .asking("Nothing to embed under '\(link.link.destination)'", suggestion)
    })
}
