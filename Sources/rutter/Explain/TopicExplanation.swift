import Notes
import Source

/// What a site says of the topics of a name.
struct TopicExplanation {
  let knowledge: KnowledgeBase
  let ids: TopicIDs
  /// What is told of each topic.
  let senses: [Sense]

  /// A topic, and what has to do with it.
  struct Sense {
    let topic: Int
    /// How it is written in code.
    let syntax: [String]
    /// The line of its file in which its name, or its text, begins.
    let line: Int
    let relations: [RelationGroup]
    /// The topics beneath it that are still to be written.
    let stubs: [Int]
    /// The notes beside its own that name it or link to it.
    let notes: [Int]
    /// The pages that go with its page.
    let related: [RelatedPage]
    /// The code that uses it.
    let snippets: [Snippet]
  }

  /// Code in a note.
  struct Snippet {
    let file: String
    let line: Int
    let name: String?
  }

  /// The topics called `name`; nothing where none is.
  init?(_ name: String, in knowledge: KnowledgeBase) {
    self.knowledge = knowledge
    ids = TopicIDs(knowledge.topics, knowledge.index)
    var files = LineFinder()
    senses = knowledge.topics(called: name).map { Self.sense($0, in: knowledge, &files) }
    if senses.isEmpty { return nil }
  }

  private static func sense(_ number: Int, in knowledge: KnowledgeBase, _ files: inout LineFinder) -> Sense {
    let topic = knowledge.topics[number]
    let naming = knowledge.graph.edges(to: number).filter { !$0.kind.isRelation }.map { knowledge.topics[$0.from].note }
    return Sense(
      topic: number, syntax: topic.isPage ? knowledge.notes[topic.note].part?.syntax ?? [] : [],
      line: files.line(of: topic.place), relations: knowledge.graph.relations(of: number),
      stubs: stubs(beneath: number, in: knowledge), notes: Set(naming).subtracting([topic.note]).sorted(),
      related: topic.isPage ? knowledge.related[topic.note] : [],
      snippets: knowledge.glossary.uses(ofTopic: number).map { use in
        let note = knowledge.notes[use.note]
        let block = note.codeBlocks[use.block]
        let line = files.line(of: Place(path: note.file, range: block.range))
        return Snippet(file: note.file, line: line, name: block.name)
      })
  }

  /// The stubs among the parts of a topic, and among their parts.
  private static func stubs(beneath topic: Int, in knowledge: KnowledgeBase) -> [Int] {
    var found: Set<Int> = [topic]
    var queue = [topic]
    while let next = queue.popLast() {
      for edge in knowledge.graph.edges(to: next) where edge.kind == .partOf && edge.origin == .nesting {
        if found.insert(edge.from).inserted { queue.append(edge.from) }
      }
    }
    return found.subtracting([topic]).filter { knowledge.topics[$0].isStub }.sorted()
  }
}

/// Finds lines of files, each of which is read once.
private struct LineFinder {
  private var tables: [String: LineTable] = [:]

  mutating func line(of place: Place) -> Int {
    if tables[place.path] == nil { tables[place.path] = LineTable((try? FileReader.read(place.path)) ?? []) }
    return tables[place.path]?.position(place.range.start).line ?? 1
  }
}
