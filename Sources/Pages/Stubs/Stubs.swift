import Notes

/// What is still to be written: topics that are only named.
struct Stubs: Sendable {
  /// The stubs of one note.
  struct Group: Sendable {
    let note: Int
    var topics: [Int]
  }

  /// Where they are listed.
  static let address = MadePage.stubs.address

  /// By domain, then in the order in which notes are read.
  let groups: [Group]
  /// Whether the site lists them: there are some, and no page of its own is in the place.
  let isPublished: Bool
  private let anchors: [Int: String]
  private let lines: [Int: Int]

  /// The stubs of a site that is read in this order.
  ///
  /// - Parameter lines: The line on which each is named, by topic.
  init(_ knowledge: KnowledgeBase, _ order: ReadingOrder, lines: [Int: Int]) {
    let topics = knowledge.topics
    let domains = Domains(topics)
    let stubs = topics.indices.filter { topics[$0].isStub }
    var groups: [Int: [Int]] = [:]
    for topic in stubs { groups[topics[topic].note, default: []].append(topic) }
    self.groups = groups.map { Group(note: $0.key, topics: $0.value) }.sorted {
      let one = domains.domain(of: topics.topic(ofNote: $0.note)) ?? .max
      let other = domains.domain(of: topics.topic(ofNote: $1.note)) ?? .max
      return (one, order.position(of: $0.note)) < (other, order.position(of: $1.note))
    }
    var names = UniqueNames()
    var anchors: [Int: String] = [:]
    for topic in stubs { anchors[topic] = names.next(for: Slug.part(topics[topic].name)) }
    self.anchors = anchors
    self.lines = lines
    isPublished = MadePage.stubs.isMade(of: topics, in: knowledge.index)
  }

  /// The id of a stub's entry.
  func anchor(of topic: Int) -> String? { anchors[topic] }

  /// The line on which a stub is named, if that is known.
  func line(of topic: Int) -> Int? { lines[topic] }
}
