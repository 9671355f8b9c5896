import Markdown
import Source

extension NoteRule {
  /// Link to a heading that exists.
  static let brokenAnchor = NoteRule(
    Rule(
      "notes/broken-anchor", .error, "Link to a heading that exists",
      advice: "Use the anchor of one of the page's headings, or give the heading an id with '{#id}'", fix: .unsafe),
    links: { link, suggestions in
      guard case .missingAnchor(let page, let fragment) = link.reason else { return nil }
      let suggestion = suggestions.anchor(fragment, of: page)
      let words = Words.asking("Broken anchor '#\(fragment)' in '\(link.notes[page].path.path)'", suggestion)
      let destination = link.link.destination.prefix { $0 != "#" }
      return Words(message: words.message, suggestion: suggestion.map { destination + "#" + $0 })
    })
}
