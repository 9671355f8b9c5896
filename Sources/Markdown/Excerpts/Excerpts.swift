package import Source

/// Makes documents out of parts of one document: each part keeps its place in the file, and what is new has none.
///
/// The documents share one buffer with the original, so that many small ones cost no more than the whole.
package struct Excerpts: Sendable {
  /// A document in the making.
  struct Draft: Sendable {
    var nodes: [Node] = [Node(.document, at: SourceRange(at: 0))]
    var headings: [Heading] = []
    var links: [Link] = []
    var fences: [Fence] = []
    var slugs = Slugs()
    /// The footnotes that it refers to, by their numbers in the original, in the order in which it does.
    var footnotes: [Int32] = []
    /// The number that each of them has here.
    var footnoteNumbers: [Int32: Int32] = [:]
  }

  /// The document that is taken apart.
  package let original: Document
  /// The text of all documents: the original's, then what is new.
  package private(set) var buffer: [UInt8]
  var draft = Draft()
  private var drafts: [Draft] = []
  /// The nodes of the draft that were begun and not ended.
  private var unfinished: [Int] = [0]
  /// The original's footnotes, by number.
  private let footnoteNodes: [Int32: Int]

  /// Excerpts of `original`.
  package init(of original: Document) {
    self.original = original
    buffer = original.buffer
    var footnotes: [Int32: Int] = [:]
    for (index, node) in original.nodes.enumerated() where node.kind == .footnote { footnotes[node.number] = index }
    footnoteNodes = footnotes
  }

  /// The documents made.
  package var documents: [Document] {
    drafts.map { draft in
      Document(
        source: original.source, nodes: draft.nodes, buffer: buffer, headings: draft.headings, links: draft.links,
        fences: draft.fences, problems: [])
    }
  }

  /// Ends the document that was being made; the next one begins.
  package mutating func endDocument() {
    addFootnotes()
    while unfinished.count > 1 { end() }
    end()
    drafts.append(draft)
    draft = Draft()
    unfinished = [0]
  }

  /// Whether the document that is being made has nothing yet.
  package var isEmpty: Bool { draft.nodes.count == 1 }

  // MARK: What is new

  /// Begins a block or an inline that has children.
  package mutating func begin(_ kind: Node.Kind, flags: Node.Flags = []) {
    var node = Node(kind, at: SourceRange(at: 0))
    node.flags = flags
    unfinished.append(draft.nodes.count)
    draft.nodes.append(node)
  }

  /// Ends what was begun last.
  package mutating func end() {
    guard let index = unfinished.popLast() else { return }
    draft.nodes[index].end = UInt32(draft.nodes.count)
  }

  /// Adds a text.
  package mutating func add(_ text: String) {
    add(.text, keep(text))
  }

  /// Adds a code span.
  package mutating func add(code: String) {
    add(.code, keep(code))
  }

  /// Adds a code block without a language.
  package mutating func add(codeBlock: String) {
    add(.codeBlock, keep(codeBlock + "\n"), number: -1)
  }

  /// Adds a link within the site. `range` is the place in the file that it speaks of.
  package mutating func addLink(_ text: String, to destination: String, at range: SourceRange) {
    beginLink(to: destination, at: range)
    add(text)
    end()
  }

  /// Begins a link within the site.
  package mutating func beginLink(to destination: String, at range: SourceRange) {
    begin(.link)
    let index = draft.nodes.count - 1
    draft.nodes[index].text = keep(destination)
    draft.nodes[index].number = Int32(draft.links.count)
    draft.links.append(Link(kind: .link, destination: destination, range: range, target: range))
  }

  /// Begins a heading, which ends with ``end()``, and gives its anchor: `id`, or one made from `text`.
  @discardableResult
  package mutating func beginHeading(
    level: Int, text: String, id wanted: String? = nil, at range: SourceRange
  ) -> String {
    let id = wanted.flatMap { draft.slugs.take($0) ? $0 : nil } ?? draft.slugs.next(for: Array(text.utf8))
    let node = draft.nodes.count
    begin(.heading)
    draft.nodes[node].number = Int32(draft.headings.count)
    draft.headings.append(Heading(level: level, text: text, id: id, range: range, node: node))
    return id
  }

  private mutating func add(_ kind: Node.Kind, _ text: TextSlice, number: Int32 = 0) {
    var node = Node(kind, at: SourceRange(at: 0))
    node.text = text
    node.number = number
    node.end = UInt32(draft.nodes.count + 1)
    draft.nodes.append(node)
  }

  private mutating func keep(_ text: String) -> TextSlice {
    let start = buffer.count
    buffer.append(contentsOf: text.utf8)
    return TextSlice(start: start, count: buffer.count - start)
  }

  /// Writes another byte in the place of one of the original's text: a capital for a small letter.
  package mutating func replace(byteAt offset: Int, with byte: UInt8) {
    buffer[offset] = byte
  }
}

// What is copied.
extension Excerpts {
  /// Copies a node of the original with all below it but the items that `leavesOut` names, and lists that lose all.
  package mutating func copy(_ root: Int, leavingOut leavesOut: (_ item: Int) -> Bool = { _ in false }) {
    var copies = OpenCopies()
    var index = root
    let end = max(Int(original.nodes[root].end), root + 1)
    while index < end {
      copies.close(upTo: index, in: &draft)
      let node = original.nodes[index]
      let next = max(Int(node.end), index + 1)
      if isLeftOut(index, leavesOut) {
        index = next
      } else {
        copies.open(adopt(node), until: next)
        index += 1
      }
    }
    copies.close(upTo: end, in: &draft)
  }

  private func isLeftOut(_ index: Int, _ leavesOut: (Int) -> Bool) -> Bool {
    switch original.nodes[index].kind {
    case .item: return leavesOut(index)
    case .list:
      var item = index + 1
      while item < Int(original.nodes[index].end) {
        if !leavesOut(item) { return false }
        item = max(Int(original.nodes[item].end), item + 1)
      }
      return true
    default: return false
    }
  }

  /// Copies the part of a block's inline content that is `range` of its ``InlineText``.
  package mutating func copyInlines(of block: Int, _ range: Range<Int>) {
    var copies = OpenCopies()
    var pending: [Int] = []
    var (offset, index) = (0, block + 1)
    let end = Int(original.nodes[block].end)
    while index < end {
      while let last = pending.last, Int(original.nodes[last].end) <= index { pending.removeLast() }
      copies.close(upTo: index, in: &draft)
      let node = original.nodes[index]
      guard !node.kind.isInlineContainer else {
        pending.append(index)
        index += 1
        continue
      }
      let length = Self.length(of: node)
      let cut = max(offset, range.lowerBound)..<max(offset, range.lowerBound, min(offset + length, range.upperBound))
      if !cut.isEmpty || length == 0 && range.lowerBound <= offset && offset <= range.upperBound {
        for container in pending {
          let node = original.nodes[container]
          copies.open(adopt(node), until: Int(node.end))
        }
        pending = []
        copyLeaf(index, cut.lowerBound - offset, cut.count)
      }
      offset += length
      index = max(Int(node.end), index + 1)
    }
    copies.close(upTo: end, in: &draft)
  }

  private mutating func copyLeaf(_ index: Int, _ start: Int, _ count: Int) {
    guard original.nodes[index].kind == .text else { return copy(index) }
    let copied = draft.nodes.count
    copy(index)
    let (text, range) = (draft.nodes[copied].text, draft.nodes[copied].range)
    guard count < Int(text.count) else { return }
    draft.nodes[copied].text = TextSlice(start: Int(text.start) + start, count: count)
    // Where escapes or entities stand in the text, its places do not follow from the source's.
    if range.count == Int(text.count) {
      draft.nodes[copied].range = SourceRange(range.start + start, range.start + start + count)
    }
  }

  /// How much room a node takes in an ``InlineText``.
  private static func length(of node: Node) -> Int {
    switch node.kind {
    case .text, .code: Int(node.text.count)
    case .softBreak, .lineBreak: 1
    default: 0
    }
  }

  /// Adds a copy of a node without its children, counted in this document, and gives its index.
  private mutating func adopt(_ node: Node) -> Int {
    var copy = node
    switch node.kind {
    case .link, .image, .wikilink, .embed:
      copy.number = Int32(draft.links.count)
      draft.links.append(original.links[Int(node.number)])
    case .codeBlock where node.number >= 0:
      copy.number = Int32(draft.fences.count)
      draft.fences.append(original.fences[Int(node.number)])
    case .heading:
      let heading = original.headings[Int(node.number)]
      let id = draft.slugs.take(heading.id) ? heading.id : draft.slugs.next(for: Array(heading.text.utf8))
      copy.number = Int32(draft.headings.count)
      draft.headings.append(
        Heading(level: heading.level, text: heading.text, id: id, range: heading.range, node: draft.nodes.count))
    case .footnoteReference: copy.number = footnote(node.number)
    default: break
    }
    copy.end = UInt32(draft.nodes.count + 1)
    draft.nodes.append(copy)
    return draft.nodes.count - 1
  }

  // MARK: Footnotes

  /// The number that a footnote of the original has in this document.
  private mutating func footnote(_ number: Int32) -> Int32 {
    if let known = draft.footnoteNumbers[number] { return known }
    draft.footnotes.append(number)
    draft.footnoteNumbers[number] = Int32(draft.footnotes.count)
    return Int32(draft.footnotes.count)
  }

  /// Adds the footnotes that the document refers to, and those that these refer to.
  private mutating func addFootnotes() {
    guard !draft.footnotes.isEmpty else { return }
    begin(.footnotes)
    var done = 0
    while done < draft.footnotes.count {
      guard let node = footnoteNodes[draft.footnotes[done]] else { break }
      let copied = draft.nodes.count
      copy(node)
      done += 1
      draft.nodes[copied].number = Int32(done)
    }
    end()
  }
}

/// The copies of nodes whose descendants are still being copied.
private struct OpenCopies {
  /// Where the original ends, and the copy's index.
  private var open: [(end: Int, copy: Int)] = []

  mutating func open(_ copy: Int, until end: Int) {
    open.append((end, copy))
  }

  /// Ends the copies of what ends at or before `index`.
  mutating func close(upTo index: Int, in draft: inout Excerpts.Draft) {
    while let last = open.last, last.end <= index {
      draft.nodes[last.copy].end = UInt32(draft.nodes.count)
      open.removeLast()
    }
  }
}
