/// How a note belongs to the outline that it was read from, beside the outline's own note.
public struct OutlinePart: Sendable, Hashable {
  /// The outline's file, below the content folder.
  public let source: ContentPath
  /// The note of the topic that it is a part of.
  public let parent: ContentPath
  /// How its topic is written in code, such as `COPY from to`.
  public let syntax: [String]
}

/// Where a heading of an outline went: the page of its topic, or a section of one.
public struct MovedHeading: Sendable, Hashable {
  /// Its anchor in the file.
  public let id: String
  /// Its text.
  public let text: String
  /// The note that it went to.
  public let path: ContentPath
  /// The id of its section there; none where the page as a whole is about it.
  public let fragment: String?
}
