/// A note's content as HTML, with *holes* where it depends on other notes.
///
/// It is written once, when the note is read; the holes are filled when all notes are known. Holes are in order of
/// `offset`; nothing of a hole is in `html` yet.
public struct Body: Sendable {
  /// The HTML around the holes.
  public var html: [UInt8]
  /// What is missing in it.
  public var holes: [Hole]

  /// A body of HTML and what is missing in it.
  public init(html: [UInt8], holes: [Hole]) {
    self.html = html
    self.holes = holes
  }

  /// A place in the HTML that waits for the whole site to be known.
  public struct Hole: Sendable {
    /// What goes there.
    public enum Kind: UInt8, Sendable {
      /// The start tag of a link to another page (`<a href="…">`); `index` is the link's.
      case linkStart
      /// Its end tag.
      case linkEnd
      /// The attributes of an `<img` whose file belongs to the site: ` src="…"`, with its size if known.
      case image
      /// A whole embedded note, section or image.
      case embed
      /// An anchor, ` id="…"`; `index` is the heading's. Left out where the body is embedded in another page.
      case headingID
      /// The start of a heading; `index` is the heading's. Empty; marks where a section begins.
      case section
    }

    /// Where it is: an offset into `html`.
    public let offset: Int
    /// What goes there.
    public let kind: Kind
    /// The link's place in `Document.links`, or the heading's in `Document.headings`.
    public let index: Int

    /// A hole at `offset`.
    public init(_ kind: Kind, _ index: Int, at offset: Int) {
      self.offset = offset
      self.kind = kind
      self.index = index
    }
  }
}
