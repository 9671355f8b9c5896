public import Source

/// A topic that a note explains, or only names, within its page: an anchored section of an outline, or a stub.
public struct InnerTopic: Hashable, Sendable {
  /// What it is called.
  public var name: String
  /// What else it is called.
  public var aliases: [String]
  /// What it is, in a sentence or two; empty where nothing says it.
  public var definition: String
  /// The sort of thing that it is.
  public var kind: FrontMatter.Kind?
  /// The field that it belongs to, where that is not the note's.
  public var domain: String?
  /// The id of its section in the page; a stub has none.
  public var anchor: String?
  /// The topic of the same note that it is a part of, by its place in ``Note/inner``; none for a part of the note itself.
  public var parent: Int?
  /// Where its name stands in the file.
  public var range: SourceRange

  /// A topic called `name`.
  public init(
    name: String, aliases: [String] = [], definition: String = "", kind: FrontMatter.Kind? = nil,
    domain: String? = nil, anchor: String?, parent: Int? = nil, range: SourceRange
  ) {
    self.name = name
    self.aliases = aliases
    self.definition = definition
    self.kind = kind
    self.domain = domain
    self.anchor = anchor
    self.parent = parent
    self.range = range
  }

  /// Whether it is only named: still to be written.
  public var isStub: Bool { anchor == nil }
}
