public import Source

/// A concept that notes are about: a note's own, or one that a note explains in a section, or only names.
public struct Topic: Sendable {
  /// What it is called.
  public let name: String
  /// What else it is called.
  public let aliases: [String]
  /// What it is, in a sentence or two of plain text; empty where nothing says it.
  public let definition: String
  /// The sort of thing that it is, where the note says it.
  public let kind: FrontMatter.Kind?
  /// The field that it belongs to, such as `docker`.
  public let domain: String?
  /// The note that it is in.
  public let note: Int
  /// The id of its section in the note's page; none where the page as a whole is about it, and for a stub.
  public let anchor: String?
  /// Whether it is only named: still to be written. It has no place to link to.
  public let isStub: Bool
  /// The topic that it is a part of, by the way in which its note is written.
  public let parent: Int?
  /// How readily mentions become links.
  public let linking: FrontMatter.Linking
  /// Phrases in which its name means something else.
  public let collocations: [String]
  /// Where its name is written.
  public let place: Place

  /// Whether its note's page as a whole is about it.
  public var isPage: Bool { anchor == nil && !isStub }
}
