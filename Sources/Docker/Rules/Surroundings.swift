/// What is known beside a Dockerfile when it is checked.
public struct Surroundings: Sendable {
  /// Whether it may lack a FROM: it is an excerpt in a note.
  public var isFragment = false

  /// Nothing is known.
  public init() {}
}
