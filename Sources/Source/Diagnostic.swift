/// Something a rule has to say about a place.
public struct Diagnostic: Sendable {
  /// The rule that was broken.
  public let rule: Rule
  /// What is wrong, in headline style: the most telling word first, the thing itself quoted, no full stop.
  public let message: String
  /// Where it stands.
  public let place: Place
  /// Other places that belong to it, such as where a name was defined first.
  public let notes: [Remark]
  /// A change that mends it.
  public let fix: Fix?
  /// The code in a note that it stands in.
  public private(set) var snippet: Snippet?

  /// What `rule` has to say about `place`.
  public init(_ rule: Rule, _ message: String, at place: Place, notes: [Remark] = [], fix: Fix? = nil) {
    self.rule = rule
    self.message = message
    self.place = place
    self.notes = notes
    self.fix = fix
  }

  /// The same, found in code of a note.
  public func inside(_ snippet: Snippet) -> Diagnostic {
    var diagnostic = self
    diagnostic.snippet = snippet
    return diagnostic
  }
}

/// A second place that a finding names.
public struct Remark: Sendable {
  /// What is there.
  public let message: String
  /// Where it is.
  public let place: Place

  /// Says `message` about `place`.
  public init(_ message: String, at place: Place) {
    self.message = message
    self.place = place
  }
}

/// A change of one file that mends a finding.
public struct Fix: Sendable {
  /// A replacement of some bytes of the file.
  public struct Edit: Sendable {
    /// The bytes of the file to replace; empty to insert.
    public let range: SourceRange
    /// What to put there.
    public let text: String

    /// Puts `text` in the place of `range`.
    public init(_ range: SourceRange, _ text: String) {
      self.range = range
      self.text = text
    }
  }

  /// What it does, as an instruction: "Link to 'volume.md'".
  public let title: String
  /// Whether the meaning of the text surely stays the same.
  public let isSafe: Bool
  /// The replacements, in order, without overlap, all in the file of the finding.
  public let edits: [Edit]

  /// A fix of one or more edits.
  public init(_ title: String, isSafe: Bool, edits: [Edit]) {
    self.title = title
    self.isSafe = isSafe
    self.edits = edits
  }
}
