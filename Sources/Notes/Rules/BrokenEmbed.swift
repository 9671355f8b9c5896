import Markdown
import Source

extension NoteRule {
  /// Embed a note or an image that exists.
  static let brokenEmbed = NoteRule(
    Rule(
      "notes/broken-embed", .error, "Embed a note or an image that exists",
      advice: "Correct the name, or write the note", fix: .unsafe),
    links: { link, suggestions in
      guard case .missingEmbed(let name) = link.reason else { return nil }
      let suggestion =
        Asset.isImage(name) ? suggestions.path(name, from: link.fault.note) : suggestions.topic(name)
      return .asking("Nothing to embed under '\(link.link.destination)'", suggestion)
    })
}
