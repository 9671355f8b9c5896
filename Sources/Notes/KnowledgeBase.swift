public import Markdown

/// Everything that is known of a site's notes: where they stand, what they are about, and how they refer to each other.
public struct KnowledgeBase: Sendable {
  /// The notes, sections and assets.
  public private(set) var index: SiteIndex
  /// What the notes are about.
  public let topics: Topics
  /// For each note, where its links lead, in their order.
  public private(set) var targets: [[LinkTarget]]
  /// What is wrong with links, by note and link.
  public let faults: [LinkFault]
  /// For each note, where its text names topics, in order.
  public private(set) var mentions: [[Mention]]
  /// How the topics are connected.
  public let graph: TopicGraph
  /// What explains the terms that code in the notes is written in.
  public let glossary: Glossary
  /// What is wrong with the relations that front matter states.
  public let relationFaults: [RelationFault]
  /// The notes in the order in which they are best read.
  public let order: LearningOrder
  /// For each note, the notes that go with it, best first; nothing where the texts were not looked at.
  public let related: [[RelatedPage]]

  /// A site whose links were resolved by a ``Linker``, in the order of its notes.
  ///
  /// - Parameters:
  ///   - mentions: What a ``ConceptLinker`` found in the notes' texts; nothing where they were not looked at.
  ///   - terms: What the code of the notes is written in; the notes' code blocks name them by their numbers.
  ///   - profiles: For each note what its text tells of it beside the others; nothing where it was not looked at.
  public init(
    _ index: SiteIndex, topics: Topics, links: [(targets: [LinkTarget], faults: [LinkFault])],
    mentions: [[Mention]] = [], terms: [CodeTerm] = [], profiles: [PageProfile] = []
  ) {
    let targets = links.map(\.targets)
    let mentions = mentions.isEmpty ? Array(repeating: [], count: index.notes.count) : mentions
    var reader = GraphReader(index, topics, targets: targets, mentions: mentions)
    let graph = reader.read()
    let relations = Relations(graph, topics)
    order = LearningOrder(index, relations, targets: targets, profiles: profiles)
    related = RelatedPages.find(
      index, topics, relations, targets: targets, mentions: mentions, profiles: profiles)
    self.index = index.arranged(by: order)
    self.topics = topics
    self.targets = targets
    self.mentions = mentions
    glossary = Glossary(terms, topics, index)
    self.graph = graph
    relationFaults = reader.faults
    faults = links.flatMap(\.faults) + EmbedCircles.find(in: index, targets: targets)
  }

  /// A site, resolved in one go.
  ///
  /// - Parameters:
  ///   - bodies: The bodies of its notes, in their order; without them no mentions are found.
  ///   - terms: What the code of the notes is written in.
  public init(_ index: SiteIndex, bodies: [Body] = [], terms: [CodeTerm] = []) {
    let topics = Topics(index)
    let linker = Linker(index, topics)
    let concepts = ConceptLinker(topics, index)
    let links = index.notes.indices.map { linker.links(of: $0) }
    let found = bodies.enumerated().map { concepts.occurrences(in: $1, of: $0, targets: links[$0].targets) }
    self.init(
      index, topics: topics, links: links,
      mentions: bodies.isEmpty ? [] : concepts.mentions(found), terms: terms,
      profiles: zip(index.notes, bodies).map { PageProfile($0, $1, siteSize: index.notes.count) })
  }

  /// The notes, by path.
  public var notes: [Note] { index.notes }

  /// Where a topic's text is: the note and the id of a section in it; a stub has none.
  public func target(of topic: Int) -> LinkTarget {
    let content = topics[topic]
    return content.isStub ? .stub(topic) : .note(content.note, fragment: content.anchor)
  }
}

extension KnowledgeBase {
  /// A note in another wording.
  package struct Rewording: Sendable {
    /// Its place among the notes, which stays.
    let number: Int
    let note: Note
    let targets: [LinkTarget]
    let mentions: [Mention]

    /// A note that was read again, at the place `number`.
    package init(_ note: Note, at number: Int, targets: [LinkTarget], mentions: [Mention]) {
      (self.number, self.note, self.targets, self.mentions) = (number, note, targets, mentions)
    }
  }

  /// The same with some notes in another wording, while all that follows from them elsewhere is still as it was.
  ///
  /// That is what a writer wants to see at once; everything else takes reading all notes together.
  package func with(_ rewordings: [Rewording]) -> KnowledgeBase {
    var copy = self
    for changed in rewordings {
      copy.index.replace(changed.number, with: changed.note)
      copy.targets[changed.number] = changed.targets
      copy.mentions[changed.number] = changed.mentions
    }
    return copy
  }
}
