import Markdown
import Notes
import Source

/// Makes the cards of a site's notes, one note after the other.
struct CardMaker {
  let knowledge: KnowledgeBase
  let links: CardLinks
  let keys: TopicKeys
  let neighbours: Neighbours
  /// The commands of all sessions with what they print, for answers to choose from.
  let outputs: OutputChoices
  private(set) var cards: [Card] = []
  var images: [Int] = []
  private var ids: Set<String> = []

  init(_ knowledge: KnowledgeBase, _ links: CardLinks) {
    self.knowledge = knowledge
    self.links = links
    keys = TopicKeys(knowledge)
    neighbours = Neighbours(knowledge)
    outputs = OutputChoices(knowledge)
  }

  /// Adds the cards of a note: those of its topic, those in its text, and those of the topics within it.
  mutating func add(_ note: Int, _ texts: [WrittenText]) {
    let wish = knowledge.notes[note].frontMatter.cards
    guard wish != .none else { return }
    let own = knowledge.topics.topic(ofNote: note)
    let sections = TopicSections(of: note, in: knowledge.topics)
    for topic in knowledge.topics.topics(ofNote: note) {
      if wish == .all {
        addDefinition(of: topic)
        addRelations(of: topic)
      }
      if topic == own {
        for text in texts { addWritten(text, of: note, sections) }
        if wish == .all { addOutputs(of: note) }
      }
    }
  }

  /// Adds a card. If another one has its id, a number tells the two apart.
  mutating func add(_ card: Card) {
    var card = card
    let wanted = card.id
    var number = 2
    while !ids.insert(card.id).inserted {
      card.id = "\(wanted)~\(number)"
      number += 1
    }
    cards.append(card)
  }

  // MARK: What authors wrote

  private mutating func addWritten(_ text: WrittenText, of note: Int, _ sections: TopicSections) {
    guard knowledge.notes[note].cards.indices.contains(text.card) else { return }
    let written = knowledge.notes[note].cards[text.card]
    let topic = sections.topic(at: written.range.start)
    let key = keys[knowledge.topics.topic(ofNote: note)]
    if links.style == .package { images += (text.parts + text.around).flatMap { links.images($0, of: note) } }
    let parts = text.parts.map { links.html($0, of: note) }
    switch written.kind {
    case .question(let bothWays) where parts.count == 2:
      let name = written.pin.map { "^" + $0 }
      add(
        Card(
          id: CardID.id(key, "question", name ?? CardID.fingerprint(of: parts[0])), topic: topic, kind: .question,
          front: parts[0], back: parts[1]))
      guard bothWays else { return }
      add(
        Card(
          id: CardID.id(key, "reversed", name ?? CardID.fingerprint(of: parts[0])), topic: topic, kind: .reversed,
          front: parts[1], back: parts[0]))
    case .cloze(let deletions) where parts.count == deletions && text.around.count == deletions + 1:
      addGaps(parts, text.around.map { links.html($0, of: note) }, written.pin, key, topic)
    case .table(let columns) where parts.count.isMultiple(of: columns) && parts.count > columns:
      addTable(parts, columns, key, topic)
    default: break
    }
  }

  private static let gap = Array("<mark class=\"gap\">[…]</mark>".utf8)

  private mutating func addGaps(
    _ gaps: [[UInt8]], _ around: [[UInt8]], _ pin: String?, _ key: String, _ topic: Int
  ) {
    var pieces: [[UInt8]] = []
    for (number, gap) in gaps.enumerated() { pieces += [around[number], gap] }
    pieces.append(around[gaps.count])
    let whole = Array(pieces.joined())
    let passage = CardID.id(key, "passage", pin.map { "^" + $0 } ?? CardID.fingerprint(of: gaps[0]))
    for number in gaps.indices {
      var asked = pieces
      asked[number * 2 + 1] = Self.gap
      let name = pin.map { "^\($0)-\(number + 1)" } ?? CardID.fingerprint(of: gaps[number])
      var card = Card(
        id: CardID.id(key, "cloze", name), topic: topic, kind: .cloze, front: Array(asked.joined()), back: whole)
      card.cloze = Card.Cloze(passage: passage, pieces: pieces, number: number)
      add(card)
    }
  }

  /// A card for each cell of a table's body that says something, with the others of its column to choose from.
  private mutating func addTable(_ cells: [[UInt8]], _ columns: Int, _ key: String, _ topic: Int) {
    let head = cells[..<columns]
    let rows = (1..<cells.count / columns).map { Array(cells[$0 * columns..<($0 + 1) * columns]) }
    for row in rows {
      for column in 1..<columns where !row[column].isEmpty {
        let label = head[0].isEmpty ? row[0] : head[0] + [0x20] + row[0]
        let front = label + Array(" · ".utf8) + head[column]
        let name = PlainHTML.text(of: (row[0] + Array(" · ".utf8) + head[column])[...])
        let id = CardID.id(key, "table", CardID.exactFingerprint(of: name))
        var card = Card(id: id, topic: topic, kind: .table, front: front, back: row[column])
        let others = rows.map { $0[column] } + rows.flatMap { $0.dropFirst() }
        card.choose(among: others.filter { !$0.isEmpty })
        add(card)
      }
    }
  }
}

extension Card {
  /// How many answers there are to choose from, the right one included.
  private static let mostChoices = 4

  /// The same card, about another topic.
  func about(_ topic: Int) -> Card {
    var card = Card(id: id, topic: topic, kind: kind, front: front, back: back)
    (card.choices, card.answer, card.cloze) = (choices, answer, cloze)
    return card
  }

  /// Makes it a card with answers to choose from, if there are two wrong ones among others. The first of them are taken,
  /// and all stand in an order that the card's id decides.
  mutating func choose(among others: [[UInt8]], right: [UInt8]? = nil) {
    let right = right ?? back
    var taken: Set<String> = [PlainHTML.text(of: right[...])]
    var wrong: [[UInt8]] = []
    for other in others where wrong.count < Self.mostChoices - 1 {
      if taken.insert(PlainHTML.text(of: other[...])).inserted { wrong.append(other) }
    }
    guard wrong.count >= 2 else { return }
    let all = [right] + wrong
    let order = all.indices.sorted { one, other in
      (Self.rank(id, all[one]), one) < (Self.rank(id, all[other]), other)
    }
    choices = order.map { all[$0] }
    answer = order.firstIndex(of: 0) ?? 0
  }

  static func rank(_ id: String, _ text: [UInt8]) -> UInt64 { ContentHash(Array(id.utf8) + text).value }
}
