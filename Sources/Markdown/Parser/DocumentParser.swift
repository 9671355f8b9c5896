internal import CCmark
public import Source

/// Walks libcmark's tree once and writes the flat tree of a document.
///
/// Inline nodes get their places by reading the block's text again in step with the tree: libcmark's own columns are
/// wrong on lazy lines, behind titles that span lines and around runs of emphasis.
struct DocumentParser {
  let source: SourceText
  let dialect: Dialect
  var tree: TreeBuilder
  var passage: Passage
  var containers = Containers()

  // The block that is being read.
  var content = Content()
  /// How far its text was read.
  var position = 0
  /// Whether text and tree no longer agree, so that places in this block are the block's.
  var isLost = false
  var block = SourceRange(at: 0)
  var nextTrigger = 0
  /// For text that differs from the source, where each of its bytes is in the literal.
  var offsets: [Int] = []
  /// What of the block's text is shown: without a heading's `{#id}`, a task's box or a callout's type.
  var shown = 0..<Int.max
  var delimiters = Delimiters()
  /// How many links are around the text.
  var linkDepth = 0
  /// How many images are around it.
  var imageDepth = 0
  /// The plain text of the heading that is being read.
  var headingText: [UInt8]?

  var headings: [PendingHeading] = []
  var links: [Link] = []
  var fences: [Fence] = []
  var problems: [Problem] = []

  init(_ source: SourceText, _ dialect: Dialect) {
    self.source = source
    self.dialect = dialect
    tree = TreeBuilder(sourceCount: source.bytes.count)
    passage = Passage(source.bytes)
  }

  mutating func parse() {
    tree.begin(.document, at: 0)
    if let root = passage.root { walkBlocks(of: root) }
    tree.end(at: source.bytes.count)
  }

  /// A stretch of the passage as a place in the note.
  func place(_ start: Int, _ end: Int) -> SourceRange {
    SourceRange(passage.inNote(start), passage.inNote(end))
  }

  /// A stretch of the block's text as a place in the note.
  mutating func inlinePlace(_ start: Int, _ end: Int) -> SourceRange {
    guard !isLost else { return block }
    let range = content.origin(start, end)
    return place(range.start, range.end)
  }

  /// Keeps a string of libcmark's.
  mutating func keep(_ text: CMarkText) -> TextSlice {
    tree.keep(text, restoringZeros: passage.hasZeros)
  }

  /// Remembers where the first raw HTML stands.
  mutating func noteRawHTML(at range: SourceRange) {
    let isKnown = problems.contains { if case .rawHTML = $0.kind { true } else { false } }
    if !isKnown { problems.append(Problem(.rawHTML, at: range)) }
  }
}

/// Which constructs a text is read with.
public enum Dialect: Sendable {
  /// CommonMark 0.30 and nothing else.
  case commonMark
  /// What notes are written in: CommonMark with tables, strikethrough, tasks, bare addresses, footnotes, definition
  /// lists, heading ids, callouts, wikilinks, embeds, marks and tabs.
  case notes
}

extension Document {
  /// Parses Markdown. It never fails: whatever the text is, it is some document; what seems wrong is in ``problems``.
  public init(parsing source: SourceText, dialect: Dialect = .notes) {
    var parser = DocumentParser(source, dialect)
    parser.parse()
    CMarkNode.releaseAll()
    self.init(
      source: source, nodes: parser.tree.nodes, buffer: parser.tree.buffer, headings: parser.finishHeadings(),
      links: parser.links, fences: parser.fences, problems: parser.problems)
  }
}
