/// A relation in a note's front matter whose other end is unknown, or could be several topics.
public struct RelationFault: Sendable {
  /// What is the matter.
  public enum Reason: Sendable, Hashable {
    /// No topic has that name.
    case unknown
    /// These topics have that name; the first of them is taken.
    case ambiguous([Int])
    /// The note itself has that name, and nothing else.
    case itself
    /// The note at this path is a draft, and drafts are not part of this site.
    case draft(String)
  }

  /// The note that states it.
  public let note: Int
  /// Which of its relations.
  public let relation: Int
  /// What is the matter.
  public let reason: Reason
}
