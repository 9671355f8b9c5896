public import Notes
import Source

/// All cards of a site, in the order in which new ones are best learnt.
public struct Deck: Sendable {
  /// A topic that there are cards about.
  public struct Topic: Sendable {
    /// Its number among the site's topics.
    public let number: Int
    /// What it is called in the ids of cards.
    public let id: String
    /// What it is called.
    public let name: String
    /// Where its text is, seen from the site's root; nothing where there is none yet.
    public let url: String?
    /// The field that it belongs to.
    public let domain: String?
    /// The topics that are to be known first, by their places in ``Deck/topics``.
    public let needs: [Int]
    /// Its cards, by their places in ``Deck/cards``.
    public let cards: [Int]
  }

  /// The topics that there are cards about, in learning order.
  public private(set) var topics: [Topic] = []
  /// The cards, topic by topic. ``Card/topic`` is a place in `topics`.
  public private(set) var cards: [Card] = []
  /// The images that cards show, by their places among the site's assets; only a deck for a package has some.
  public private(set) var images: [Int] = []

  /// The cards of a site.
  ///
  /// - Parameters:
  ///   - texts: What the notes' bodies say of the cards in them, by note.
  ///   - style: How the cards refer to the rest of the site.
  public init(_ knowledge: KnowledgeBase, texts: [[WrittenText]], links style: CardLinks.Style) {
    var maker = CardMaker(knowledge, CardLinks(style, in: knowledge))
    for note in knowledge.order.notes {
      maker.add(note, texts.indices.contains(note) ? texts[note] : [])
    }
    cards = maker.cards
    images = Array(Set(maker.images)).sorted()
    arrange(knowledge, maker.keys)
  }

  /// Puts the topics into the order of their first cards, and the cards of each side by side.
  private mutating func arrange(_ knowledge: KnowledgeBase, _ keys: TopicKeys) {
    var places: [Int: Int] = [:]
    var numbers: [Int] = []
    var cardsOfTopic: [[Card]] = []
    for card in cards {
      let place = places[card.topic] ?? numbers.count
      if place == numbers.count {
        places[card.topic] = place
        numbers.append(card.topic)
        cardsOfTopic.append([])
      }
      cardsOfTopic[place].append(card.about(place))
    }
    cards = []
    for (place, number) in numbers.enumerated() {
      let topic = knowledge.topics[number]
      let needs = Set(knowledge.prerequisites(ofTopic: number).compactMap { places[$0] }).subtracting([place])
      topics.append(
        Topic(
          number: number, id: keys[number], name: topic.name, url: knowledge.pageFile(of: number), domain: topic.domain,
          needs: needs.sorted(), cards: Array(cards.count..<cards.count + cardsOfTopic[place].count)))
      cards += cardsOfTopic[place]
    }
  }
}

extension KnowledgeBase {
  /// The topics that are to be known before one.
  fileprivate func prerequisites(ofTopic topic: Int) -> [Int] {
    let own = graph.edges(from: topic).filter { [.requires, .partOf].contains($0.kind) && $0.origin != .text }.map(\.to)
    return own + graph.edges(to: topic).filter { $0.kind == .next }.map(\.from)
  }

  /// The file of a topic's page with the id of its section, seen from the root and escaped.
  fileprivate func pageFile(of topic: Int) -> String? {
    let topic = topics[topic]
    guard !topic.isStub else { return nil }
    let file = PercentEncoding.encode(path: index.addresses[topic.note].file)
    return file + (topic.anchor.map { "#" + PercentEncoding.encode(path: $0) } ?? "")
  }
}
