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
        inner: made.inner, document: document, markdown: made.markdown)
    }
    return all.suffix(1) + all.dropLast()
  }

  // MARK: A page

  /// What is still to be written of a page.
  private enum Step {
    case section(Int, level: Int, parent: Int?)
    case stubs([Int], parent: Int?)
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
      case .overview(let topic): writeOverview(of: topic)
      }
    }
  }

  /// What follows the text of a topic, the last first.
  private func steps(below topic: Int, level: Int, parent: Int?) -> [Step] {
    let children = tree.topics[topic].children
    let stubs = children.filter { tree.topics[$0].isStub }
    var steps = children.filter { !tree.topics[$0].isStub }.compactMap { child -> Step? in
      if pages.paths[child] == nil { return .section(child, level: level, parent: parent) }
      return topic == 0 ? .overview(child) : nil
    }
    if !stubs.isEmpty { steps.append(.stubs(stubs, parent: parent)) }
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

  private mutating func writeStubs(_ stubs: [Int], parent: Int?) {
    for stub in stubs { inner.append(innerTopic(stub, anchor: nil, parent: parent)) }
    let names = stubs.map { tree.topics[$0].title }.joined(separator: ", ")
    excerpts.begin(.paragraph)
    excerpts.begin(.emphasis)
    excerpts.add("Still to write: \(names).")
    excerpts.end()
    excerpts.end()
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

  // MARK: Sentences

  private mutating func paragraph(_ passages: [OutlineTopic.Passage], isItem: Bool = false) {
    excerpts.begin(.paragraph)
    var written: [String] = []
    for (number, passage) in passages.enumerated() {
      guard let block = tree.bullets[passage.bullet].paragraph else { continue }
      if number > 0 { excerpts.add(" ") }
      if !passage.lead.isEmpty { excerpts.add(passage.lead) }
      capitalise(passage)
      excerpts.copyInlines(of: block, passage.range)
      if needsStop(passage) { excerpts.add(".") }
      written.append(
        passage.lead + markdown.inlines(tree.bullets[passage.bullet], passage.range, in: excerpts.buffer)
          + (needsStop(passage) ? "." : ""))
    }
    excerpts.end()
    let text = written.joined(separator: " ")
    if isItem { markdown.item(text) } else { markdown.paragraph(text) }
  }

  /// What a topic is: its definition; of the outline as a whole, where there is none, the first sentence.
  private func summary(of index: Int) -> String {
    let topic = tree.topics[index]
    if let definition = topic.definition { return sentence(definition) }
    guard index == 0, let bullet = topic.content.first, tree.bullets[bullet].paragraph != nil else { return "" }
    let text = tree.bullets[bullet].text
    let whole = LabelReader(text).whole
    let end = Sentences.end(ofFirstIn: text.bytes, whole, code: text.codeMask)
    return sentence(OutlineTopic.Passage(bullet: bullet, range: whole.lowerBound..<end))
  }

  /// A passage as plain text: a sentence.
  func sentence(_ passage: OutlineTopic.Passage) -> String {
    var bytes = Array(tree.bullets[passage.bullet].text.bytes[passage.range])
    if capital(of: passage) != nil { bytes[0] &-= 0x20 }
    return passage.lead + String(decoding: bytes, as: UTF8.self) + (needsStop(passage) ? "." : "")
  }

  private func needsStop(_ passage: OutlineTopic.Passage) -> Bool {
    let text = tree.bullets[passage.bullet].text.bytes
    guard let last = text[passage.range].last(where: { ![UInt8(ascii: "\""), UInt8(ascii: ")")].contains($0) }) else {
      return false
    }
    return !".!?:;".utf8.contains(last) && last < 0x80
  }

  /// Gives a bullet, and those below it, a capital where they begin with a small letter: in a list they are sentences.
  private mutating func capitalise(below bullet: Int) {
    var pending = [bullet]
    while let next = pending.popLast() {
      let text = tree.bullets[next].text
      let whole = LabelReader(text).whole
      if tree.bullets[next].paragraph != nil, !whole.isEmpty {
        capitalise(OutlineTopic.Passage(bullet: next, range: whole))
      }
      pending += tree.bullets[next].children.filter { tree.bullets[$0].kind == .content }
    }
  }

  private mutating func capitalise(_ passage: OutlineTopic.Passage) {
    guard let offset = capital(of: passage) else { return }
    excerpts.replace(byteAt: offset, with: tree.bullets[passage.bullet].text.bytes[passage.range.lowerBound] &- 0x20)
  }

  /// Where in the buffer the small letter stands with which a passage begins, and which should be a capital.
  private func capital(of passage: OutlineTopic.Passage) -> Int? {
    let text = tree.bullets[passage.bullet].text
    let start = passage.range.lowerBound
    guard passage.lead.isEmpty,
      let piece = text.pieces.first(where: { $0.range.contains(start) }), piece.kind == .text
    else { return nil }
    let word = String(
      decoding: text.bytes[passage.range].prefix { !$0.isSpace && $0 != UInt8(ascii: ",") }, as: UTF8.self)
    guard TopicName.capitalised(word) != word, text.bytes[start] >= 0x61, text.bytes[start] <= 0x7A else { return nil }
    return Int(tree.document.nodes[piece.node].text.start) + start - piece.range.lowerBound
  }
}
