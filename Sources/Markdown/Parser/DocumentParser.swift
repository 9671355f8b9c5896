internal import CCmark
public import Source

/// Walks libcmark's tree once and writes the flat tree of a document.
///
/// Inline nodes get their places by reading the block's text again in step with the tree: libcmark's own columns are
/// wrong on lazy lines, behind titles that span lines and around runs of emphasis.
struct DocumentParser: BlockVisitor {
  let source: SourceText
  let dialect: Dialect
  var tree: TreeBuilder
  /// What is walked.
  var passage: Passage
  var plan = Plan()
  var containers = Containers()
  var swallowed = 0
  /// The passages that were lifted out of others, with their plans.
  var shelf: [(passage: Passage, plan: Plan)] = []
  var footnotes = Footnotes()

  // The block that is being read.
  var content = Content()
  /// How far its text was read.
  var position = 0
  /// Whether text and tree no longer agree, so that places in this block are the block's.
  var isLost = false
  /// Where the text begins in the note, if it stands there in one piece; else -1.
  var directOrigin = -1
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
  var hasRawHTML = false

  init(_ source: SourceText, _ dialect: Dialect) {
    self.source = source
    self.dialect = dialect
    tree = TreeBuilder(source.bytes)
    passage = Passage(source.bytes)
    if dialect == .notes { prepare() }
  }

  /// Lifts out what libcmark must not see, or must see apart.
  private mutating func prepare() {
    var candidates = LineCandidates(passage)
    var details = PassageDraft()
    if let cutter = FootnoteCutter(passage, candidates) {
      footnotes = cutter.footnotes
      details = cutter.details
      passage = Passage(bytes: cutter.bytes, pieces: [], zero: passage.zero)
      candidates = LineCandidates(passage)
    }
    guard !candidates.isEmpty || !details.isEmpty else { return }
    plan = makePlan(passage, candidates, nil, details: details, count: footnotes.definitions.count, depth: 0)
  }

  /// Plans a passage, and the passages lifted out of it.
  private mutating func makePlan(
    _ passage: Passage, _ candidates: LineCandidates, _ references: [UInt8]?, details: PassageDraft, count: Int,
    depth: Int
  ) -> Plan {
    guard let root = passage.root else { return Plan() }
    var planner = Planner(passage, candidates, details: details, detailCount: count, depth: depth)
    planner.visit(below: root)
    var plan = planner.plan
    guard !planner.cells.isEmpty || !planner.details.isEmpty else { return plan }
    let references = references ?? References.collected(from: passage)
    if !planner.cells.isEmpty {
      let cells = planner.cells.parsed(references: references, zero: passage.zero)
      plan.cells = place(cells, Plan(blocks: cells))
    }
    if !planner.details.isEmpty {
      let details = planner.details.parsed(references: references, zero: passage.zero)
      let inner = makePlan(
        details, LineCandidates(details), references, details: PassageDraft(), count: 0, depth: depth + 1)
      plan.details = place(details, inner)
      plan.items = details.root.map(Plan.items(below:)) ?? []
    }
    return plan
  }

  private mutating func place(_ passage: Passage, _ plan: Plan) -> Int {
    shelf.append((passage, plan))
    return shelf.count - 1
  }

  /// Walks something of a passage on the shelf instead of the current one.
  mutating func reading(_ number: Int?, _ walk: (inout Self) -> Void) {
    guard let number else { return }
    let outer = (passage, plan, containers)
    (passage, plan) = shelf[number]
    containers = Containers()
    walk(&self)
    shelf[number].plan.nextStep = plan.nextStep
    (passage, plan, containers) = outer
  }

  mutating func parse() {
    tree.begin(.document, at: 0)
    if let root = passage.root { visit(below: root) }
    addFootnotes()
    tree.end(at: source.bytes.count)
  }

  /// A stretch of the passage as a place in the note.
  func place(_ start: Int, _ end: Int) -> SourceRange {
    passage.place(start, end)
  }

  /// Whether the block's text stands in the note, and in the tree's buffer, as it is.
  @inline(__always)
  var isDirect: Bool { directOrigin >= 0 && !isLost && passage.zero == nil }

  /// A stretch of the block's text as a place in the note.
  @inline(__always)
  mutating func inlinePlace(_ start: Int, _ end: Int) -> SourceRange {
    directOrigin >= 0 && !isLost
      ? SourceRange(directOrigin &+ start, directOrigin &+ end) : searchedPlace(start, end)
  }

  private mutating func searchedPlace(_ start: Int, _ end: Int) -> SourceRange {
    guard !isLost else { return block }
    let range = content.origin(start, end)
    return place(range.start, range.end)
  }

  /// Keeps a string of libcmark's.
  mutating func keep(_ text: CMarkText) -> TextSlice {
    tree.keep(text, restoring: passage.zero)
  }

  /// Remembers where the first raw HTML stands that a page would show. Comments are left out of it.
  mutating func noteRawHTML(_ html: CMarkText, at range: SourceRange) {
    guard !hasRawHTML, !html.isOnlyComments else { return }
    problems.append(Problem(.rawHTML, at: range))
    hasRawHTML = true
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
