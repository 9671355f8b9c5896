import Markdown
import Source

extension NoteReader {
  /// The readings of an outline: `note`, which becomes its overview, then a note for each topic that has a page.
  func readings(of outline: Outline, as note: Note) -> [Reading] {
    let tree = outline.tree
    let text = tree.document.source
    let places = OutlinePages(tree, at: note.path)
    let pages = OutlineWriter.pages(
      of: tree, places, domains: domains(of: tree, note), showsTitle: note.hasTitleHeading)
    let orders = orders(of: tree)
    return pages.enumerated().map { number, page in
      var part = number == 0 ? note : part(page, of: note, tree, places, order: orders[page.topic])
      var document = page.document
      part.frontMatter.cards = note.frontMatter.cards
      readCards(of: &document, into: &part)
      let body = body(of: document, skipsTitle: part.hasTitleHeading)
      part.headings = headings(of: page.document)
      part.links = page.document.links.map { $0.inFile(of: text) }
      part.codeBlocks = CodeBlock.blocks(in: body, page.document.fences, of: text)
      part.inner = page.inner
      part.moved = page.moved
      part.isOverview = number == 0
      if part.summary.isEmpty { part.summary = page.summary }
      return Reading(
        note: part, body: body, markdown: number == 0 ? text.bytes : page.markdown, fences: page.document.fences)
    }
  }

  /// The note of a topic, without what its page says.
  private func part(
    _ page: OutlineWriter.Page, of whole: Note, _ tree: OutlineTree, _ places: OutlinePages, order: Int
  ) -> Note {
    let topic = tree.topics[page.topic]
    let range = tree.document.source.rangeInFile(topic.range)
    var frontMatter = FrontMatter()
    frontMatter.aliases = topic.aliases.map { PlacedText($0, at: range) }
    frontMatter.kind = topic.kind
    frontMatter.domain = page.domain
    frontMatter.order = Double(order)
    frontMatter.draft = whole.frontMatter.draft
    frontMatter.date = whole.frontMatter.date
    frontMatter.updated = whole.frontMatter.updated
    frontMatter.linking = whole.frontMatter.linking
    var part = Note(
      path: places.paths[page.topic] ?? whole.path, file: whole.file, frontMatter: frontMatter, title: topic.title,
      heading: heading(of: topic, in: tree.document), summary: "", headings: [], links: [], inner: [], codeBlocks: [],
      anchors: [],
      hasTitleHeading: false, frontMatterProblems: [], markdownProblems: [], invalidBytes: nil,
      start: Place(path: whole.file, range: range))
    part.part = OutlinePart(
      source: whole.path, parent: places.paths[topic.parent ?? 0] ?? whole.path, syntax: topic.syntax)
    return part
  }

  private func heading(of topic: OutlineTopic, in document: Document) -> [UInt8] {
    if let heading = topic.heading, document.headings[heading].text == topic.title {
      return HTMLWriter.inline(of: document.headings[heading], in: document, rawHTML: rawHTML)
    }
    let name = Self.escaped(topic.title)
    return topic.isCode ? Array("<code>".utf8) + name + Array("</code>".utf8) : name
  }

  /// The field that each topic belongs to: what the note says, else the top heading above it.
  private func domains(of tree: OutlineTree, _ note: Note) -> [String?] {
    var domains: [String?] = []
    for topic in tree.topics {
      let above = topic.parent.flatMap { domains[$0] }
      let own = topic.parent == 0 && topic.heading != nil ? Slug.part(topic.title) : nil
      domains.append(note.frontMatter.domain ?? above ?? own)
    }
    return domains
  }

  /// The place of each topic among the parts of the same whole, from 1.
  private func orders(of tree: OutlineTree) -> [Int] {
    var orders = Array(repeating: 0, count: tree.topics.count)
    for topic in tree.topics {
      for (place, child) in topic.children.enumerated() { orders[child] = place + 1 }
    }
    return orders
  }
}
