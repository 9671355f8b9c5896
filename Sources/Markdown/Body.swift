public import Source

/// A note's content as HTML, with *holes* where it depends on other notes.
///
/// It is written once, when the note is read; the holes are filled when all notes are known. Holes are in order of
/// `offset`; nothing of a hole is in `html` yet.
public struct Body: Sendable {
  /// The HTML around the holes.
  public var html: [UInt8]
  /// What is missing in it.
  public var holes: [Hole]
  /// Where it has text in which topics may be mentioned, in order.
  public var prose: [Prose]

  /// A body of HTML, what is missing in it, and where it has running text.
  public init(html: [UInt8], holes: [Hole], prose: [Prose] = []) {
    self.html = html
    self.holes = holes
    self.prose = prose
  }

  /// Writes the HTML, and in the place of each hole what `fill` writes.
  public func write(to output: inout ByteWriter, filling fill: (Hole, inout ByteWriter) -> Void) {
    var written = 0
    for hole in holes {
      output.append(html[written..<hole.offset])
      written = hole.offset
      fill(hole, &output)
    }
    output.append(html[written...])
  }

  /// The part that a heading stands above: up to the next heading of its level or higher, or the footnotes.
  ///
  /// Only headings outside of quotes, lists and the like begin a section; nil for the others.
  ///
  /// - Parameter level: The level of a heading, by its index.
  public func section(of heading: Int, level: (Int) -> Int) -> Body? {
    guard let first = holes.firstIndex(where: { $0.kind == .section && $0.index == heading }) else { return nil }
    let top = level(heading)
    let last = holes[(first + 1)...].firstIndex { hole in
      hole.kind == .footnotes || hole.kind == .section && level(hole.index) <= top
    }
    let start = holes[first].offset
    let end = last.map { holes[$0].offset } ?? html.count
    let inside = holes[first..<(last ?? holes.endIndex)]
    return Body(
      html: Array(html[start..<end]), holes: inside.map { Hole($0.kind, $0.index, at: $0.offset - start) },
      prose: prose.filter { $0.range.lowerBound >= start && $0.range.upperBound <= end }.map { $0.moved(by: -start) })
  }

  /// A place in the HTML that waits for the whole site to be known.
  public struct Hole: Sendable, Hashable {
    /// What goes there.
    public enum Kind: UInt8, Sendable {
      /// The start tag of a link to another page (`<a href="…" title="…">`); `index` is the link's.
      case linkStart
      /// Its end tag.
      case linkEnd
      /// The attributes of an `<img` whose file belongs to the site: ` src="…"`, with its size if known.
      case image
      /// A whole embedded note, section or image, between blocks.
      case embed
      /// An embed within a line of text: an image, or a link to what cannot stand there.
      case inlineEmbed
      /// An anchor, ` id="…"`; `index` is the heading's. Left out where the body is embedded in another page.
      case headingID
      /// The link to a heading that stands at its end; `index` is the heading's. Left out where there is no anchor.
      case headingAnchor
      /// The start of a heading; `index` is the heading's. Empty; marks where a section begins.
      case section
      /// The start of the footnotes. Empty; marks where the last section ends.
      case footnotes
      /// A part of a footnote's anchor, within an `id` or a fragment. Empty on the note's own page; where the body is
      /// embedded, a prefix that keeps its anchors apart from those of the page and of other embeds.
      case scope
      /// The start tag of a link from a topic's name in the text to the topic; `index` is the mention's.
      case mentionStart
      /// Its end tag.
      case mentionEnd
      /// The start of a code block that has terms; `index` is the place of its fence in `Document.fences`. Empty.
      case code
      /// The start tag of a link from a term in code to its topic; `index` is the number of the term.
      case termStart
      /// Its end tag; `index` is the same.
      case termEnd
      /// The foot of a code block that is run: when that was done. The block is that of the last ``code``.
      case runState
      /// The start of a card's text; `index` is the card's place in its note's. Empty, as the next three are.
      case cardStart
      /// The end of a passage that cards are made of; `index` is the same.
      case cardEnd
      /// The start of a part of the last card's text: its front (0) or its back (1), a deletion, or a cell of a table.
      case partStart
      /// The end of that part; `index` is the same.
      case partEnd
    }

    private let position: UInt32
    private let number: Int32
    /// What goes there.
    public let kind: Kind
    /// Where it is: an offset into `html`.
    public var offset: Int { Int(position) }
    /// The place of what is meant in its list: a link's in `Document.links`, a heading's in `Document.headings`; 0 where
    /// nothing is.
    public var index: Int { Int(number) }

    /// A hole at `offset`.
    public init(_ kind: Kind, _ index: Int, at offset: Int) {
      position = UInt32(clamping: offset)
      number = Int32(clamping: index)
      self.kind = kind
    }
  }
}
