public import Markdown
public import Source

/// A note: what the site knows of one file without its text.
///
/// Everything here is small; the text itself becomes a ``Markdown/Body`` and is kept elsewhere.
public struct Note: Sendable {
  /// The file, below the content folder.
  public let path: ContentPath
  /// The file as it is shown to people, such as `content/docker/volume.md`.
  public let file: String
  /// What stands at its top.
  public internal(set) var frontMatter: FrontMatter
  /// Its name.
  public let title: String
  /// Its name as inline HTML, such as `The <code>COPY</code> instruction`.
  public let heading: [UInt8]
  /// One or two sentences on what it is about; empty where it starts with none.
  public internal(set) var summary: String
  /// Its headings, with places in the file. The title's own heading is not among them.
  public internal(set) var headings: [NoteHeading]
  /// What it refers to, with places in the file.
  public internal(set) var links: [Link]
  /// Topics that it explains in a section, or only names, in order; only outlines have some.
  public internal(set) var inner: [InnerTopic]
  /// Its code blocks that are written in known terms, in order.
  public internal(set) var codeBlocks: [CodeBlock]
  /// The cards that its text is made into, in order.
  public internal(set) var cards: [WrittenCard] = []
  /// What is wrong with them.
  public internal(set) var cardProblems: [CardProblem] = []
  /// What its sessions print, command by command, where that is short.
  public internal(set) var outputs: [PrintedOutput] = []
  /// Anchors beside the headings'.
  public let anchors: [String]
  /// Whether it starts with the heading that the page shows as its title.
  public let hasTitleHeading: Bool
  /// What is wrong with its front matter, with places in the file.
  public let frontMatterProblems: [MetadataProblem]
  /// What is wrong with its Markdown, with places in the file.
  public let markdownProblems: [Problem]
  /// The first byte that is not UTF-8, if there is one.
  public let invalidBytes: SourceRange?
  /// Where its first line of text stands.
  public let start: Place
  /// How it belongs to the outline that it was read from; nothing for a file's own note.
  public internal(set) var part: OutlinePart?
  /// Whether its text lists what is below it: it is the overview of an outline.
  public internal(set) var isOverview = false

  /// Where headings of its file went that its own page does not have; only outlines have some.
  public internal(set) var moved: [MovedHeading] = []

  /// The file in the content folder that it was read from.
  public var source: ContentPath { part?.source ?? path }

  /// Whether it is still being written, and not for readers yet.
  public var isDraft: Bool { frontMatter.draft }

  /// The field that it belongs to: what it says, else the top folder that it lies in.
  public var domain: String? {
    if let said = frontMatter.domain { return said }
    guard let slash = path.path.firstIndex(of: "/") else { return nil }
    return String(path.path[..<slash])
  }
}

/// A heading as others need it: to link to it and to list it.
public struct NoteHeading: Sendable {
  /// 1 to 6.
  public let level: Int
  /// Its text without markup.
  public let text: String
  /// Its anchor.
  public let id: String
  /// Its text as inline HTML, without links.
  public let html: [UInt8]
  /// Where it stands in the file.
  public let range: SourceRange
}
