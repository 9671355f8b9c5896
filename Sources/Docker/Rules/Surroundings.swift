public import Source

/// What is known beside a Dockerfile when it is checked.
public struct Surroundings: Sendable {
  /// Whether it may lack a FROM: it is an excerpt, as notes show them.
  public var isFragment = false
  /// What the project's settings say.
  public var settings = LinterSettings()
  /// The names of rules that are off unless somebody asks for them, as `--only` does.
  public var wanted: [[UInt8]] = []
  /// The names of images that are built beside it, which need no tag.
  public var ownImages: [[UInt8]] = []
  /// The `.dockerignore` of its build context, where there is one.
  public var ignoreFile: SourceText?

  /// Nothing is known.
  public init() {}
}
