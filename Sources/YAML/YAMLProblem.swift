public import Source

/// Something that keeps a text from being the YAML its author meant.
public struct YAMLProblem: Equatable, Sendable {
  /// What it is about.
  public enum Kind: Equatable, Sendable {
    /// The text breaks the grammar; the document ends there for a reader.
    case syntax
    /// A character that no YAML text may hold, or bytes that are not UTF-8.
    case character
    /// A key that its mapping has already.
    case duplicateKey(String)
    /// `*name` without an `&name` before it, or inside of what it names.
    case unknownAlias(String)
    /// Lists and mappings deeper in each other than ``YAMLStream/depthLimit``.
    case depth
  }

  /// A second place that belongs to the problem.
  public struct Note: Equatable, Sendable {
    /// What is there.
    public let message: String
    /// Where it is, in the text that was read.
    public let range: SourceRange

    package init(_ message: String, at range: SourceRange) {
      self.message = message
      self.range = range
    }
  }

  /// What it is about.
  public let kind: Kind
  /// What is wrong, in headline style without a full stop.
  public let message: String
  /// Where it stands in the text that was read; empty at the end of a line or of the text.
  public let range: SourceRange
  /// Other places that belong to it, such as the key's first place.
  public let notes: [Note]

  package init(_ kind: Kind, _ message: String, at range: SourceRange, notes: [Note] = []) {
    self.kind = kind
    self.message = message
    self.range = range
    self.notes = notes
  }
}
