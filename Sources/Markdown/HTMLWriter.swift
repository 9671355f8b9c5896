public import Source

/// Writes a document as HTML: one loop over the flat tree, with a stack for what is still unclosed.
public struct HTMLWriter: ~Copyable {
  /// Which HTML is written.
  public enum Style: Sendable {
    /// The HTML of the CommonMark and GFM specifications. It has no holes: destinations are written as they are.
    case plain
    /// The HTML of a site's page, with anchors, holes and what the theme's style needs.
    case page
  }

  /// What becomes of HTML that stands in a note.
  public enum RawHTML: Sendable {
    /// It is shown as it was written, as text.
    case escaped
    /// What the sanitiser's list allows passes; the rest is left out.
    case trusted
    /// All of it passes.
    case unsafe
  }

  /// Writes a whole code block, its `<pre>` included, into `output`. An indented block comes with an empty `info`. Where
  /// a term of the code may become a link, it leaves two holes: `termStart` and `termEnd`.
  public typealias CodeRenderer =
    (_ info: FenceInfo, _ code: ArraySlice<UInt8>, _ output: inout ByteWriter, _ holes: inout [Body.Hole]) -> Void

  /// A document as the body of a page, or of a part of one.
  ///
  /// - Parameters:
  ///   - skipsTitle: Leaves out a first block that is a heading of level 1, where the page shows it already.
  ///   - code: Writes the code blocks; without it they are `<pre><code class="language-…">`.
  public static func body(
    of document: Document, style: Style, rawHTML: RawHTML = .escaped, skipsTitle: Bool = false,
    code: CodeRenderer? = nil
  ) -> Body {
    var writer = HTMLWriter(document, form: style == .plain ? .plain : .page, rawHTML: rawHTML, code: code)
    writer.write(1..<Int(document.nodes[0].end), skipsTitle: skipsTitle)
    return Body(html: writer.output.bytes, holes: writer.holes, prose: writer.runs)
  }

  /// A document as the specifications' reference implementations write it, raw HTML included.
  public static func plain(_ document: Document) -> [UInt8] {
    body(of: document, style: .plain, rawHTML: .unsafe).html
  }

  /// What stands in a heading, for a title or a table of contents: without links, anchors and footnotes, images as
  /// their alternative text. Raw HTML is shown where it is escaped, else left out.
  public static func inline(
    of heading: Heading, in document: Document, rawHTML: RawHTML = .escaped
  ) -> [UInt8] {
    var writer = HTMLWriter(document, form: .title, rawHTML: rawHTML, code: nil)
    writer.write(heading.node + 1..<Int(document.nodes[heading.node].end))
    return writer.output.finish()
  }

  /// What is written, inside.
  enum Form {
    case plain
    case page
    /// The inline content of a heading.
    case title
  }

  /// A node whose end tag is not written yet.
  struct Open {
    let index: UInt32
    let end: UInt32
    let kind: Node.Kind
    let flags: Node.Flags
  }

  let document: Document
  let form: Form
  let rawHTML: RawHTML
  let code: CodeRenderer?
  var output: ByteWriter
  var holes: [Body.Hole] = []
  var runs: [Body.Prose] = []
  /// Up to which node nothing is prose, and up to which nothing is because of a tag in raw HTML.
  var silentEnd: UInt32 = 0
  var silentTagEnd: UInt32 = 0
  /// Where the document begins in its file.
  let fileStart: Int
  var unclosed: [Open] = []
  var sanitizer = Sanitizer()
  /// The names of the footnotes' anchors, once one was met.
  var footnotes: FootnoteAnchors?
  /// The footnote whose way back was written last.
  var answeredFootnote = 0
  /// How many tables were written, to tell them apart by name.
  var tables = 0

  private init(_ document: Document, form: Form, rawHTML: RawHTML, code: CodeRenderer?) {
    self.document = document
    self.form = form
    self.rawHTML = rawHTML
    self.code = code
    fileStart = document.source.rangeInFile(SourceRange(at: 0)).start
    output = ByteWriter(capacity: form == .title ? 128 : document.buffer.count + document.buffer.count / 2)
  }

  private mutating func write(_ nodes: Range<Int>, skipsTitle: Bool = false) {
    var index = nodes.lowerBound
    if skipsTitle, index < nodes.upperBound, let past = skipTitle(index) { index = past }
    while index < nodes.upperBound {
      closeNodes(upTo: index)
      index = enter(index)
    }
    closeNodes(upTo: nodes.upperBound)
    sanitizer.close(deeperThan: -1, to: &output)
  }

  /// Ends the open nodes that have no descendants from `index` on.
  @inline(__always)
  private mutating func closeNodes(upTo index: Int) {
    while let last = unclosed.last, Int(last.end) <= index {
      unclosed.removeLast()
      if !sanitizer.isEmpty { sanitizer.close(deeperThan: unclosed.count, to: &output) }
      leave(last)
    }
  }

  /// Starts a node and gives the index of the next one to start: its first child, or what follows it.
  private mutating func enter(_ index: Int) -> Int {
    let node = document.nodes[index]
    switch node.kind {
    case .text: text(node, index)
    case .softBreak: output.append(form == .title ? " " : "\n")
    case .lineBreak: lineBreak()
    case .code: codeSpan(node)
    case .htmlInline: inlineHTML(node, index)
    case .image: image(node, index)
    case .footnoteReference: footnoteReference(node)
    case .embed: embed(node)
    case .codeBlock: codeBlock(node)
    case .htmlBlock: blockHTML(node)
    case .thematicBreak: thematicBreak()
    default:
      silence(node)
      node.kind.isInline ? startInline(node) : startBlock(node, index)
      unclosed.append(Open(index: UInt32(index), end: node.end, kind: node.kind, flags: node.flags))
      return index + 1
    }
    return Int(node.end)
  }

  private mutating func leave(_ node: Open) {
    node.kind.isInline ? endInline(node) : endBlock(node)
  }
}

extension Node.Kind {
  /// Whether it stands within a line of text.
  var isInline: Bool { rawValue >= Node.Kind.text.rawValue }

  /// Whether its children are blocks.
  var holdsBlocks: Bool {
    switch self {
    case .document, .blockQuote, .callout, .item, .definitionDetails, .footnote: true
    default: false
    }
  }
}

// What every part of the writer uses.
extension HTMLWriter {
  /// Appends a slice of the document, escaped.
  @inline(__always)
  mutating func escape(_ slice: TextSlice) {
    let buffer = document.buffer
    output.append(escaping: buffer.span.extracting(slice.range))
  }

  /// Appends a slice of the document as it is.
  mutating func append(_ slice: TextSlice) {
    let buffer = document.buffer
    output.append(buffer.span.extracting(slice.range))
  }

  /// Leaves a hole here.
  mutating func hole(_ kind: Body.Hole.Kind, _ index: Int = 0) {
    holes.append(Body.Hole(kind, index, at: output.count))
  }

  /// Appends ` name="…"`, where there is a value.
  mutating func attribute(_ start: StaticString, _ value: TextSlice) {
    guard !value.isEmpty else { return }
    output.append(start)
    escape(value)
    output.append("\"")
  }
}

extension TextSlice {
  var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
}
