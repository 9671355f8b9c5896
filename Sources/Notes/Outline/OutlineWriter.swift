import Markdown
import Source

/// Takes an outline apart into the pages of its topics.
struct OutlineWriter {
  /// A page of an outline.
  struct Page {
    /// Its topic.
    let topic: Int
    /// What the topic is, in a sentence; empty where nothing says it.
    let summary: String
    /// The field that it belongs to.
    let domain: String?
    /// Where headings went that the outline's own page does not have; nothing for the others.
    let moved: [MovedHeading]
    /// The topics that have a section in it, or are stubs of its.
    let inner: [InnerTopic]
    /// Its content.
    var document: Document
    /// Its content as Markdown.
    let markdown: [UInt8]
  }

  let tree: OutlineTree
  let pages: OutlinePages
  let text: SourceText
  /// The field that each topic belongs to.
  let domains: [String?]
  var excerpts: Excerpts
  var markdown: OutlineMarkdown
  var inner: [InnerTopic] = []
  /// The anchors of topics that are sections of a page.
  var anchors: [Int: String] = [:]
  /// The items of the bullets that are topics, which are shown elsewhere.
  private let topicItems: Set<Int>

  private init(_ tree: OutlineTree, _ pages: OutlinePages, domains: [String?]) {
    self.tree = tree
    self.pages = pages
    self.domains = domains
    text = tree.document.source
    excerpts = Excerpts(of: tree.document)
    markdown = OutlineMarkdown(tree.document)
    topicItems = Set(tree.bullets.filter { $0.kind == .topic }.map(\.item))
  }

  /// The pages, the outline's own first.
  ///
  /// - Parameter showsTitle: Whether its own begins with the heading that is its title.
  static func pages(
    of tree: OutlineTree, _ pages: OutlinePages, domains: [String?], showsTitle: Bool
  ) -> [Page] {
    var writer = OutlineWriter(tree, pages, domains: domains)
    var made: [(topic: Int, inner: [InnerTopic], markdown: [UInt8])] = []
    // The overview comes last: it links to sections of the others.
    for topic in tree.topics.indices.dropFirst() + [0] where pages.paths[topic] != nil {
      if topic == 0, showsTitle, let title = tree.document.titleHeading { writer.excerpts.copy(title.node) }
      writer.write(page: topic)
      writer.listPages(below: topic)
      made.append((topic, writer.inner, writer.markdown.end()))
      writer.inner = []
      writer.excerpts.endDocument()
    }
    let documents = writer.excerpts.documents
    let all = zip(made, documents).map { made, document in
      Page(
        topic: made.topic, summary: writer.summary(of: made.topic), domain: domains[made.topic],
        moved: made.topic == 0 ? writer.movedHeadings(besides: document.headings) : [], inner: made.inner,
        document: document, markdown: made.markdown)
    }
    return all.suffix(1) + all.dropLast()
  }

  // MARK: A page

  /// What is still to be written of a page.
  private enum Step {
    case section(Int, level: Int, parent: Int?)
    case stubs([Int], parent: Int?)
    case emptyHeading(Int, level: Int, parent: Int?)
    case overview(Int)
  }

  private mutating func write(page: Int) {
    writeText(of: page)
    var steps = self.steps(below: page, level: 2, parent: nil)
    while let step = steps.popLast() {
      switch step {
      case .section(let topic, let level, let parent):
        let number = beginSection(topic, level: level, parent: parent)
        writeText(of: topic)
        steps += self.steps(below: topic, level: min(level + 1, 6), parent: number)
      case .stubs(let stubs, let parent): writeStubs(stubs, parent: parent)
      case .emptyHeading(let topic, let level, let parent): writeEmptyHeading(topic, level: level, parent: parent)
      case .overview(let topic): writeOverview(of: topic)
      }
    }
  }

  /// What follows the text of a topic, the last first.
  private func steps(below topic: Int, level: Int, parent: Int?) -> [Step] {
    let children = tree.topics[topic].children
    let stubs = children.filter { tree.topics[$0].isStub && tree.topics[$0].heading == nil }
    var steps: [Step] = []
    // Behind a section the stubs would seem to belong to it.
    if !stubs.isEmpty { steps.append(.stubs(stubs, parent: parent)) }
    for child in children {
      if tree.topics[child].isStub {
        if tree.topics[child].heading != nil { steps.append(.emptyHeading(child, level: level, parent: parent)) }
      } else if pages.paths[child] == nil {
        steps.append(.section(child, level: level, parent: parent))
      } else if topic == 0 {
        steps.append(.overview(child))
      }
    }
    return steps.reversed()
  }

  private mutating func beginSection(_ index: Int, level: Int, parent: Int?) -> Int {
    let topic = tree.topics[index]
    let id = excerpts.beginHeading(
      level: level, text: topic.title, id: topic.heading.map { tree.document.headings[$0].id }, at: topic.range)
    if topic.isCode { writeSpellings(topic.headingSpellings) } else { excerpts.add(topic.title) }
    excerpts.end()
    markdown.heading(
      level: level, topic.isCode ? topic.headingSpellings.map { "`\($0)`" }.joined(separator: ", ") : topic.title)
    anchors[index] = id
    inner.append(innerTopic(index, anchor: id, parent: parent))
    return inner.count - 1
  }

  private mutating func writeSpellings(_ spellings: [String]) {
    for (number, spelling) in spellings.enumerated() {
      if number > 0 { excerpts.add(", ") }
      excerpts.add(code: spelling)
    }
  }

  private func innerTopic(_ index: Int, anchor: String?, parent: Int?) -> InnerTopic {
    let topic = tree.topics[index]
    return InnerTopic(
      name: topic.title, aliases: topic.aliases, definition: topic.definition.map { sentence($0) } ?? "",
      kind: topic.kind, domain: domains[index], anchor: anchor, parent: parent, range: text.rangeInFile(topic.range))
  }

  /// A heading that nothing stands under.
  private mutating func writeEmptyHeading(_ index: Int, level: Int, parent: Int?) {
    let topic = tree.topics[index]
    inner.append(innerTopic(index, anchor: nil, parent: parent))
    excerpts.beginHeading(
      level: level, text: topic.title, id: topic.heading.map { tree.document.headings[$0].id }, at: topic.range)
    excerpts.add(topic.title)
    excerpts.end()
    writeEmphasis("Still to write.")
    markdown.heading(level: level, topic.title)
    markdown.paragraph("*Still to write.*")
  }

  mutating func writeEmphasis(_ text: String) {
    excerpts.begin(.paragraph)
    excerpts.begin(.emphasis)
    excerpts.add(text)
    excerpts.end()
    excerpts.end()
  }

  private mutating func writeStubs(_ stubs: [Int], parent: Int?) {
    for stub in stubs { inner.append(innerTopic(stub, anchor: nil, parent: parent)) }
    let names = stubs.map { tree.topics[$0].title }.joined(separator: ", ")
    writeEmphasis("Still to write: \(names).")
    markdown.paragraph("*Still to write: \(names).*")
  }

  /// In Markdown the pages below a page, which its HTML shows as cards.
  private mutating func listPages(below index: Int) {
    for child in tree.topics[index].children {
      guard let path = pages.paths[child] else { continue }
      let folder = path.address.path.split(separator: "/").last ?? ""
      let topic = tree.topics[child]
      markdown.item("[\(topic.title)](\(folder)/index.md)" + (topic.definition.map { ": " + sentence($0) } ?? ""))
    }
    markdown.endList()
  }

  /// Where the headings of the outline went that its own page does not have.
  private func movedHeadings(besides headings: [Heading]) -> [MovedHeading] {
    let here = Set(headings.map(\.id))
    return zip(tree.document.headings, tree.topicOfHeading).compactMap { heading, index in
      var holder: Int? = index
      while let topic = holder, pages.paths[topic] == nil { holder = tree.topics[topic].parent }
      guard !here.contains(heading.id), let holder, let path = pages.paths[holder] else { return nil }
      return MovedHeading(id: heading.id, text: heading.text, path: path, fragment: anchors[index])
    }
  }

  // MARK: The text of a topic

  mutating func writeText(of index: Int) {
    let topic = tree.topics[index]
    if let definition = topic.definition { paragraph([definition]) }
    if !topic.syntax.isEmpty, !topic.showsSyntaxInHeading {
      let lines = topic.syntax.joined(separator: "\n")
      excerpts.add(codeBlock: lines)
      markdown.code(lines)
    }
    let groups = lines(of: topic.remarks)
    if groups.count == 1 { paragraph(groups[0]) }
    for block in topic.blocks {
      excerpts.copy(block)
      markdown.block(block)
    }
    writeList(groups.count > 1 ? groups : [], topic.content)
  }

  /// A list of remarks and of bullets.
  private mutating func writeList(_ groups: [[OutlineTopic.Passage]], _ content: [Int]) {
    guard !groups.isEmpty || !content.isEmpty else { return }
    excerpts.begin(.list, flags: .tight)
    for group in groups {
      excerpts.begin(.item)
      paragraph(group, isItem: true)
      excerpts.end()
    }
    let topicItems = topicItems
    for bullet in content {
      let item = tree.bullets[bullet].item
      capitalise(below: bullet)
      excerpts.copy(item) { $0 != item && topicItems.contains($0) }
      markdown.item(item) { $0 != item && topicItems.contains($0) }
    }
    excerpts.end()
    markdown.endList()
  }

  /// Remarks by the lines on which they begin: who begins a line for each means a list.
  private func lines(of remarks: [OutlineTopic.Passage]) -> [[OutlineTopic.Passage]] {
    var groups: [[OutlineTopic.Passage]] = []
    for remark in remarks {
      if groups.isEmpty || beginsLine(remark) {
        groups.append([remark])
      } else {
        groups[groups.count - 1].append(remark)
      }
    }
    return groups
  }

  private func beginsLine(_ passage: OutlineTopic.Passage) -> Bool {
    let text = tree.bullets[passage.bullet].text
    return text.pieces.contains {
      ($0.kind == .softBreak || $0.kind == .lineBreak) && $0.range.upperBound == passage.range.lowerBound
    } || text.bytes[..<passage.range.lowerBound].isEmpty
  }
}
