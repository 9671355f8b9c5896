import Markdown
import Source

/// Reads out of notes how their topics are connected.
struct GraphReader {
  let index: SiteIndex
  let topics: Topics
  let targets: [[LinkTarget]]
  let mentions: [[Mention]]
  private let relations: RelationFinder
  private var edges: [Edge] = []
  /// Relations whose other end is no topic, or one of several.
  private(set) var faults: [RelationFault] = []

  init(_ index: SiteIndex, _ topics: Topics, targets: [[LinkTarget]], mentions: [[Mention]]) {
    self.index = index
    self.topics = topics
    self.targets = targets
    self.mentions = mentions
    relations = RelationFinder(index, topics)
  }

  /// The graph of all notes.
  mutating func read() -> TopicGraph {
    edges.reserveCapacity(targets.reduce(mentions.reduce(topics.count) { $0 + $1.count }) { $0 + $1.count })
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
      let (to, fault) = relations.find(relation.target, of: note)
      if let fault { faults.append(RelationFault(note: note, relation: number, reason: fault)) }
      guard let to else { continue }
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
    let sections = TopicSections(of: note, in: topics)
    let prerequisites = Prerequisites(of: index.notes[note])
    func add(_ to: Int, _ kind: Edge.Kind, at place: Int, isLink: Bool) {
      let from = sections.topic(at: place)
      edges.append(Edge(from: from, to: to, kind, .text, at: place))
      guard isLink, prerequisites.contains(place) else { return }
      edges.append(Edge(from: from, to: to, .requires, .prerequisites, at: place))
    }
    for (number, target) in targets[note].enumerated() {
      let link = index.notes[note].links[number]
      guard link.kind != .image, let to = topics.topic(at: target), !isOverviewLink(target, of: note) else { continue }
      if case .note(note, let fragment) = target {
        // A link within the page is one between topics only where a section explains a topic of its own.
        guard let to = fragment.flatMap({ sections.topic(anchor: $0) }) else { continue }
        add(to, .links, at: link.range.start, isLink: true)
      } else {
        add(to, .links, at: link.range.start, isLink: true)
      }
    }
    for mention in mentions[note] where mention.isCertain {
      add(mention.topic, .mentions, at: mention.range.start, isLink: mention.isLinked)
    }
  }

  /// Whether a link is one of those by which the overview of an outline lists its pages: nobody wrote it.
  private func isOverviewLink(_ target: LinkTarget, of note: Int) -> Bool {
    guard index.notes[note].isOverview, case .note(let part, _) = target else { return false }
    return index.notes[part].part?.source == index.notes[note].path
  }

  /// What the first sentence calls the topic: "A Deployment is a controller that …".
  private mutating func readDefinition(of topic: Int) {
    let content = topics[topic]
    guard !content.definition.isEmpty,
      let sentence = DefinitionSentence(content.definition, of: [content.name] + content.aliases)
    else { return }
    for name in sentence.candidates {
      let found = topics.named(name, in: content.domain)
      guard found.count == 1, found[0] != topic, !topics[found[0]].isStub else { continue }
      guard topics[found[0]].domain == content.domain else { continue }
      return edges.append(Edge(from: topic, to: found[0], sentence.kind, .definition, at: content.place.range.start))
    }
  }
}
