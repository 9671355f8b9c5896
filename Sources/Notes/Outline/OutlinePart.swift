/// How a note belongs to the outline that it was read from, beside the outline's own note.
public struct OutlinePart: Sendable, Hashable {
  /// The outline's file, below the content folder.
  public let source: ContentPath
  /// The note of the topic that it is a part of.
  public let parent: ContentPath
  /// How its topic is written in code, such as `COPY from to`.
  public let syntax: [String]
}
