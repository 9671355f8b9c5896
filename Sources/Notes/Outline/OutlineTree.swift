import Markdown
import Source

/// The topics of an outline, each behind the one that it is a part of.
struct OutlineTree {
  let document: Document
  let bullets: [Bullet]
  /// The topics; the first is the note itself.
  private(set) var topics: [OutlineTopic]
  /// For each bullet, the topic that it says something of, or that it is.
  private(set) var topicOfBullet: [Int]
  /// How the outline writes words.
  private let usage: NameUsage
  /// The topic of each heading.
  private(set) var topicOfHeading: [Int] = []
  /// The topics by the one that they are a part of, and what they are compared by.
  private var known: [Key: Int] = [:]

  private struct Key: Hashable {
    let parent: Int
    let name: String
  }

  /// The topics that `bullets` of a document make, whose whole is called `title`.
  init(_ document: Document, _ bullets: [Bullet], title: String) {
    self.document = document
    self.bullets = bullets
    usage = NameUsage(document)
    topics = [OutlineTopic(title: title, aliases: [], parent: nil, range: SourceRange(at: 0))]
    topicOfBullet = Array(repeating: 0, count: bullets.count)
    addHeadings()
    addBlocks()
    for index in bullets.indices { add(index) }
    nameKinds()
  }

  // MARK: Headings

  private mutating func addHeadings() {
    let title = document.titleHeading?.node
    var around: [(level: Int, topic: Int)] = []
    for (number, heading) in document.headings.enumerated() {
      guard heading.node != title else {
        topicOfHeading.append(0)
        continue
      }
      while let last = around.last, last.level >= heading.level { around.removeLast() }
      let parent = around.last?.topic ?? 0
      let name = TopicName(heading.text, keepsNumber: true)
      // What stands under a heading without words belongs to the one above.
      guard !name.title.isEmpty else {
        topicOfHeading.append(parent)
        continue
      }
      let topic = topic(named: name, in: parent, at: heading.range)
      if topics[topic].heading == nil { topics[topic].heading = number }
      topicOfHeading.append(topic)
      around.append((heading.level, topic))
    }
  }

  /// What stands under the headings beside bullets.
  private mutating func addBlocks() {
    let items = Set(bullets.map(\.item))
    var topic = 0
    var index = 1
    while index < document.nodes.count {
      switch document.nodes[index].kind {
      case .heading: topic = topicOfHeading[Int(document.nodes[index].number)]
      case .footnotes, .thematicBreak: break
      default: if !items.contains(index + 1) { topics[topic].blocks.append(index) }
      }
      index = max(Int(document.nodes[index].end), index + 1)
    }
  }

  /// The blocks of a bullet beside its paragraph and the bullets below it.
  private func blocks(of bullet: Bullet) -> [Int] {
    guard bullet.hasBlocks else { return [] }
    let below = Set(bullet.children.map { bullets[$0].item })
    var blocks: [Int] = []
    var index = bullet.paragraph.map { Int(document.nodes[$0].end) } ?? bullet.item + 1
    while index < Int(document.nodes[bullet.item].end) {
      if !below.contains(index + 1) { blocks.append(index) }
      index = max(Int(document.nodes[index].end), index + 1)
    }
    return blocks
  }

  /// The topic of this name among the parts of `parent`: two bullets of one name are about one topic.
  private mutating func topic(named name: TopicName, in parent: Int, at range: SourceRange) -> Int {
    let key = Key(parent: parent, name: name.key.isEmpty ? name.title : name.key)
    if let found = known[key] {
      for alias in name.aliases where !topics[found].aliases.contains(alias) { topics[found].aliases.append(alias) }
      return found
    }
    known[key] = topics.count
    topics[parent].children.append(topics.count)
    var topic = OutlineTopic(title: name.title, aliases: name.aliases, parent: parent, range: range)
    if name.isPlural { topic.plural = TopicName.capitalised(name.written) }
    topics.append(topic)
    return topics.count - 1
  }

  // MARK: Bullets

  private mutating func add(_ index: Int) {
    let bullet = bullets[index]
    let above = bullet.parent.map { topicOfBullet[$0] } ?? bullet.heading.map { topicOfHeading[$0] } ?? 0
    topicOfBullet[index] = above
    switch bullet.kind {
    case .topic, .stub: addTopics(index, in: above)
    case .definition: define(above, by: index, from: 0)
    case .content, .property:
      // What stands below content is shown with it.
      let isPart = bullet.parent.map { bullets[$0].kind == .content || bullets[$0].kind == .property } ?? false
      if !isPart { topics[above].content.append(index) }
    }
  }

  private mutating func addTopics(_ index: Int, in parent: Int) {
    let bullet = bullets[index]
    guard let label = bullet.label, let item = bullet.paragraph else { return }
    if bullet.reason == .listOfNames {
      for name in label.names { addName(name, label, index, in: parent) }
      return
    }
    let others = Array(label.names.dropFirst()) + label.others
    let isCode = label.mark == .code
    var name = TopicName(
      label.names.first ?? "", others: others, keepsNumber: isCode, isBare: bullet.reason == .bareName, usage: usage)
    if isCode { name.keepForm() }
    let topic = topic(
      named: name, in: parent, at: bullet.place(of: label.range, in: document) ?? document.nodes[item].range)
    topicOfBullet[index] = topic
    topics[topic].bullets.append(index)
    topics[topic].isCode = isCode
    if isCode { topics[topic].spellings = label.names }
    if topics[topic].syntax.isEmpty { topics[topic].syntax = label.syntax }
    topics[topic].blocks += blocks(of: bullet)
    if topics[topic].kind == nil { topics[topic].kind = kind(of: bullet, label) }
    if bullet.kind == .topic { define(topic, by: index, from: label.rest) }
  }

  private mutating func addName(_ written: String, _ label: Label, _ index: Int, in parent: Int) {
    let place = bullets[index].place(of: label.range, in: document) ?? document.nodes[bullets[index].item].range
    let topic = topic(named: TopicName(written, isBare: true, usage: usage), in: parent, at: place)
    topics[topic].bullets.append(index)
  }

  /// Takes the text of a bullet from `start` on as what is said first of a topic: a definition, and remarks.
  private mutating func define(_ topic: Int, by index: Int, from start: Int) {
    let text = bullets[index].text
    let code = text.codeMask
    guard start < text.bytes.count else { return }
    if let genus = bullets[index].label?.genus, topics[topic].definition == nil {
      topics[topic].definition = OutlineTopic.Passage(bullet: index, range: genus.range, lead: genus.article)
      return
    }
    for sentence in Sentences.split(text.bytes, start..<text.bytes.count, code: code) {
      let passage = OutlineTopic.Passage(bullet: index, range: sentence)
      if topics[topic].definition == nil {
        topics[topic].definition = Composition(bullets[index], topics[topic]).led(passage, code: code)
      } else {
        topics[topic].remarks.append(passage)
      }
    }
    if bullets[index].kind == .definition { topics[topic].blocks += blocks(of: bullets[index]) }
  }

  // MARK: Kinds

  private func kind(of bullet: Bullet, _ label: Label) -> FrontMatter.Kind? {
    switch bullet.reason {
    case .instruction: return .instruction
    case .option: return .field
    case .command: return label.names.first?.contains(" ") == true ? .command : nil
    case .bareName, .emptyLabel, .listOfNames: return nil
    default:
      let words = (label.names.first ?? "").split(separator: " ")
      let isDeed = words.count > 1 && words[0].hasSuffix("ing") && label.rest >= bullet.text.bytes.count
      return isDeed && TeachingPrefix(label.names[0]) == nil ? .guide : .concept
    }
  }

  /// A keyword in capitals among instructions is one too.
  private mutating func nameKinds() {
    for topic in topics where topic.kind == .instruction {
      guard let parent = topic.parent else { continue }
      for sibling in topics[parent].children where Self.isShouted(topics[sibling].title) {
        topics[sibling].kind = .instruction
      }
    }
  }

  private static func isShouted(_ name: String) -> Bool {
    name.utf8.count > 1 && name.utf8.allSatisfy { $0.isCapital || $0 == UInt8(ascii: "_") }
  }
}

extension Bullet {
  /// Where a stretch of its text stands in the document.
  func place(of range: Range<Int>, in document: Document) -> SourceRange? {
    let pieces = text.pieces.filter { $0.range.overlaps(range) }
    guard let first = pieces.first, let last = pieces.last else { return nil }
    let (start, end) = (document.nodes[first.node].range, document.nodes[last.node].range)
    let before = start.count == first.range.count ? max(0, range.lowerBound - first.range.lowerBound) : 0
    let behind = end.count == last.range.count ? max(0, last.range.upperBound - range.upperBound) : 0
    return SourceRange(start.start + before, end.end - behind)
  }
}
