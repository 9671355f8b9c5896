import Source

/// Rules about links to other sites. They are only checked where `--external-links` asks for it.
enum ExternalLinkRules {
  static let dead = Rule(
    "links/dead-address", .error, "Link to pages of other sites that are there",
    advice: "Look for the page's new address, or for another page that says the same")

  static let unreachable = Rule(
    "links/unreachable-address", .warning, "Link to servers that answer",
    advice: "Try again later; if the server stays silent, link to another page")

  static let missingFragment = Rule(
    "links/missing-fragment", .warning, "Link to parts of other sites' pages that are there",
    advice: "Look on the page for the part's new name, or link to the page as a whole")

  static let moved = Rule(
    "links/moved-address", .info, "Link to where a page is, not to where it was",
    advice: "Write the new address; the server says that the page has moved for good", fix: .unsafe)

  static let all = [dead, unreachable, missingFragment, moved]
}
