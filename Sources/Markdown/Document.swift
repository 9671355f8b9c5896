public import Source

/// A parsed note: a flat tree in preorder over one text buffer, with the things that others ask for collected.
///
/// It holds no pointers into libcmark; making one is the only thing that needs the parser.
public struct Document: Sendable {
  /// What was parsed. All places in the document are offsets into it.
  public let source: SourceText
  /// The tree; the first node is the document itself.
  package var nodes: [Node]
  /// What the nodes' slices point into: the source, so that a text that stands there as it is read is a slice of it, then
  /// what is read otherwise.
  package var buffer: [UInt8]
  /// The headings, in order.
  public var headings: [Heading]
  /// The links, images, wikilinks and embeds, in order.
  public var links: [Link]
  /// The fenced blocks, in order.
  public var fences: [Fence]
  /// What is wrong with the Markdown itself (a footnote that is not defined, an id written twice).
  public var problems: [Problem]

  /// The bytes of a slice.
  package func bytes(_ slice: TextSlice) -> ArraySlice<UInt8> {
    buffer[Int(slice.start)..<Int(slice.start + slice.count)]
  }

  /// A slice as a string.
  package func string(_ slice: TextSlice) -> String {
    String(decoding: bytes(slice), as: UTF8.self)
  }
}

/// A heading of a document.
public struct Heading: Sendable {
  /// 1 to 6.
  public let level: Int
  /// Its text without markup.
  public let text: String
  /// Its anchor: written as `{#id}`, or made from the text as GitHub does, unique in the document.
  public let id: String
  /// The whole heading.
  public let range: SourceRange
  /// Its node's index.
  package let node: Int

  package init(level: Int, text: String, id: String, range: SourceRange, node: Int) {
    self.level = level
    self.text = text
    self.id = id
    self.range = range
    self.node = node
  }
}

/// A reference from a document to something else.
public struct Link: Sendable {
  /// How it was written.
  public enum Kind: UInt8, Sendable {
    /// `[text](destination)`, by reference too, `<https://…>`, or a bare URL.
    case link
    /// `![alt](source)`.
    case image
    /// `[[target]]`.
    case wikilink
    /// `![[target]]`.
    case embed
  }

  /// How it was written.
  public let kind: Kind
  /// Where it leads, as written (escapes and entities resolved): an address, a path, or a topic's name, with fragment.
  public let destination: String
  /// The title behind the destination (`[text](there.md "title")`); of an embed what stands behind `|`: another text, or
  /// the width of an image. Empty where there is none.
  public let title: String
  /// The whole link, from its first bracket to its last.
  public package(set) var range: SourceRange
  /// The destination alone where it could be found in the source, else the whole link.
  public package(set) var target: SourceRange

  package init(kind: Kind, destination: String, title: String = "", range: SourceRange, target: SourceRange) {
    self.kind = kind
    self.destination = destination
    self.title = title
    self.range = range
    self.target = target
  }
}

/// A fenced code block of a document.
public struct Fence: Sendable {
  /// The info string, unescaped.
  public let info: FenceInfo
  /// The code, as a fragment of the document's source: its places lead back to the file.
  public let content: SourceText
  /// The block with its fences.
  public let range: SourceRange

  package init(info: FenceInfo, content: SourceText, range: SourceRange) {
    self.info = info
    self.content = content
    self.range = range
  }
}

/// Something wrong with the Markdown of a document, to be reported under a rule of the notes.
public struct Problem: Sendable {
  /// What it is about.
  public enum Kind: Sendable {
    /// Two headings (or a heading and another anchor) were given one id by hand.
    case duplicateID(String, first: SourceRange)
    /// `[^label]` without a definition.
    case undefinedFootnote(String)
    /// A footnote that nothing refers to.
    case unusedFootnote(String)
    /// Raw HTML, once a document at its first place.
    case rawHTML
  }

  /// What it is about.
  public let kind: Kind
  /// Where it stands.
  public let range: SourceRange

  package init(_ kind: Kind, at range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}
