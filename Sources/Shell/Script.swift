public import Source

/// A shell script: its commands in the order in which they stand.
public struct Script: Sendable {
  /// The text.
  public let source: SourceText

  /// The script in `source`.
  public init(source: SourceText) {
    self.source = source
  }
}
