/// A page that was found.
package struct SearchHit: Sendable {
  /// Its number in the names file.
  package let page: Int
  /// How well it fits; only good for comparing pages of one answer.
  package let score: Float
  /// The section that fits better than the page as a whole, if one does.
  package let section: Int?
  /// Whether title, definition and the section's heading do not show all that was looked for, so that the page's text may
  /// show more.
  package let needsText: Bool
}

/// What a search found.
package struct SearchAnswer: Sendable {
  /// The pages, best first.
  package var hits: [SearchHit] = []
  /// The query with its typing errors put right; nothing where it has none.
  package var corrected: [UInt8]?
  /// The words to highlight, and to look for in the texts of pages.
  package var words: [WantedWord] = []
}
