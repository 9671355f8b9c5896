/// A stretch of a file: what a finding points at.
public struct Place: Hashable, Sendable {
  /// The file, as it is shown to people.
  public let path: String
  /// Byte offsets into the file.
  public let range: SourceRange

  /// The stretch `range` of the file at `path`.
  public init(path: String, range: SourceRange) {
    self.path = path
    self.range = range
  }
}
