import Markdown
import Source

/// Reads out of notes how their topics are connected.
struct GraphReader {
  let index: SiteIndex
  let topics: Topics
  let targets: [[LinkTarget]]
  let mentions: [[Mention]]
  private var edges: [Edge] = []
  /// Relations whose other end is no topic, or one of several.
  private(set) var faults: [RelationFault] = []

  init(_ index: SiteIndex, _ topics: Topics, targets: [[LinkTarget]], mentions: [[Mention]]) {
    self.index = index
    self.topics = topics
    self.targets = targets
    self.mentions = mentions
  }

  /// The graph of all notes.
  mutating func read() -> TopicGraph {
    for note in index.notes.indices {
      readRelations(of: note)
      readNesting(of: note)
      readText(of: note)
    }
    for topic in topics.indices { readDefinition(of: topic) }
    return TopicGraph(edges, count: topics.count)
  }

  private mutating func readRelations(of note: Int) {
    let from = topics.topic(ofNote: note)
    for (number, relation) in index.notes[note].frontMatter.relations.enumerated() {
      let found = topics.named(relation.target, in: index.notes[note].domain)
      if found.count != 1 { faults.append(RelationFault(note: note, relation: number, candidates: found)) }
      guard let to = found.first else { continue }
      edges.append(Edge(from: from, to: to, Edge.Kind(relation.kind), .frontMatter, at: relation.range.start))
    }
  }

  private mutating func readNesting(of note: Int) {
    for topic in topics.topics(ofNote: note) {
      guard let parent = topics[topic].parent else { continue }
      edges.append(Edge(from: topic, to: parent, .partOf, .nesting, at: topics[topic].place.range.start))
    }
  }

  /// Links and names in the text; in a section on what is needed first they are what the note requires.
  private mutating func readText(of note: Int) {
    let from = topics.topic(ofNote: note)
    let needed = index.notes[note].prerequisites
    func isNeeded(_ place: Int) -> Bool { needed.contains { $0.contains(place) } }
    for (number, target) in targets[note].enumerated() {
      guard case .note(let other, let fragment) = target, other != note else { continue }
      let link = index.notes[note].links[number]
      guard link.kind != .image else { continue }
      let place = link.range.start
      let to = topics.topic(ofNote: other, fragment: fragment)
      edges.append(Edge(from: from, to: to, .links, .text, at: place))
      if isNeeded(place) { edges.append(Edge(from: from, to: to, .requires, .prerequisites, at: place)) }
    }
    for mention in mentions[note] {
      let place = mention.range.start
      edges.append(Edge(from: from, to: mention.topic, .mentions, .text, at: place))
      guard mention.isLinked, isNeeded(place) else { continue }
      edges.append(Edge(from: from, to: mention.topic, .requires, .prerequisites, at: place))
    }
  }

  /// What the first sentence calls the topic: "A Deployment is a controller that …".
  private mutating func readDefinition(of topic: Int) {
    let content = topics[topic]
    guard let phrase = DefinitionSentence.genus(of: content.definition) else { return }
    for name in phrase {
      let found = topics.named(name, in: content.domain)
      guard found.count == 1, found[0] != topic, !topics[found[0]].isStub else { continue }
      guard topics[found[0]].domain == content.domain else { continue }
      return edges.append(Edge(from: topic, to: found[0], .isA, .definition, at: content.place.range.start))
    }
  }
}

extension Topics {
  /// The topic that a link to a note, or to a section of it, leads to.
  func topic(ofNote note: Int, fragment: String?) -> Int {
    guard let fragment else { return topic(ofNote: note) }
    return topics(ofNote: note).first { self[$0].anchor == fragment } ?? topic(ofNote: note)
  }
}

/// A relation in a note's front matter whose other end is unknown, or could be several topics.
public struct RelationFault: Sendable {
  /// The note that states it.
  public let note: Int
  /// Which of its relations.
  public let relation: Int
  /// The topics that have the name; none, or several.
  public let candidates: [Int]
}
