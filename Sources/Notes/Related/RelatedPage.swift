/// A page that a reader of another may want to see, with the reasons.
public struct RelatedPage: Sendable, Equatable {
  /// Why it is related; the reasons that say most come first.
  public enum Reason: Sendable, Hashable {
    /// The note says so in its front matter; `isReverse` where the other note does.
    case said(Edge.Kind, isReverse: Bool)
    /// Both name these topics, by their numbers.
    case sharedTopics([Int])
    /// Both have these words in their titles or headings.
    case sharedTerms([String])
    /// The page links to it.
    case linked
    /// It links to the page.
    case linkedFrom
    /// Pages like this one link to it.
    case linkedFromSimilar
    /// It is in the same section.
    case sameSection
    /// Its text is much like the page's.
    case similarText
  }

  /// The note.
  public let note: Int
  /// How much it is related: about one for a near relative, more where a note says it.
  public let score: Float
  /// Why it is.
  public let reasons: [Reason]

  /// Whether the text of the page links to it.
  public var isLinked: Bool { reasons.contains(.linked) }

  /// Whether no more is known than that there is a link, and perhaps a common folder.
  public var isOnlyLinked: Bool {
    let isMore = reasons.contains { $0 != .linked && $0 != .linkedFrom && $0 != .sameSection }
    return !isMore && reasons != [.sameSection]
  }

  /// Whether front matter says how the two stand to each other.
  public var isStated: Bool {
    if case .said = reasons.first { true } else { false }
  }
}
