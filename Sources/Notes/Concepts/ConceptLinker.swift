public import Markdown

/// Finds where notes name topics, and decides which of these names become links.
///
/// It is made once for a site. The notes' texts are gone through once, side by side; then all that was found is weighed
/// together, since how a word is used throughout the site tells what it means in one place.
public struct ConceptLinker: Sendable {
  private let topics: Topics

  /// What was found in one note's text.
  public struct Occurrences: Sendable {
  }

  /// A linker for the topics of a site.
  public init(_ topics: Topics, _ index: SiteIndex) {
    self.topics = topics
  }

  /// Everything in a note's body that could be a topic's name.
  public func occurrences(in body: Body, of note: Int) -> Occurrences {
    Occurrences()
  }

  /// For each note, in order, where it names topics, and whether that becomes a link.
  ///
  /// - Parameter occurrences: What was found in each of the site's notes, in their order.
  public func mentions(_ occurrences: [Occurrences]) -> [[Mention]] {
    occurrences.map { _ in [] }
  }
}
