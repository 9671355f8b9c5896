/// The reviews of each card of a deck, in order.
///
/// A card whose question was reworded has another id than before. It takes over the reviews of an id that no card has any
/// more, if that is of the same topic and kind, was asked last with an answer that the card has or had, and was not asked
/// any more when the card was asked under its own id. Where two cards could, none does.
struct History {
  /// By the card's place in the deck.
  private(set) var reviews: [[Review]]
  /// The reviews of cards that the deck does not have.
  private(set) var others: [Review] = []

  private struct Trace: Hashable {
    let group: Substring
    let echo: String
  }

  init(_ log: ReviewLog, of deck: Deck) {
    var lost: [String: [Review]] = [:]
    for review in log.reviews { lost[review.card, default: []].append(review) }
    reviews = deck.cards.map { lost.removeValue(forKey: $0.id) ?? [] }
    // With each round a card may learn of an older answer of its own.
    while !lost.isEmpty, adopt(&lost, deck) {}
    others = lost.values.joined().sorted(by: Review.precedes)
  }

  /// Gives lost reviews to the cards that they are of; false where there is none to give.
  private mutating func adopt(_ lost: inout [String: [Review]], _ deck: Deck) -> Bool {
    var traces: [Trace: [String]] = [:]
    for (id, own) in lost {
      guard let echo = own.last?.echo, !echo.isEmpty else { continue }
      traces[Trace(group: CardID.group(of: id), echo: echo), default: []].append(id)
    }
    guard !traces.isEmpty else { return false }
    var cards: [Trace: [Int]] = [:]
    for (place, card) in deck.cards.enumerated() {
      let group = CardID.group(of: card.id)
      for echo in Set(reviews[place].map(\.echo)).union([card.echo]) {
        let trace = Trace(group: group, echo: echo)
        if traces[trace] != nil { cards[trace, default: []].append(place) }
      }
    }
    var ids: [Int: [String]] = [:]
    for (trace, places) in cards where places.count == 1 { ids[places[0], default: []] += traces[trace] ?? [] }
    var hasAdopted = false
    for (card, candidates) in ids {
      // The latest of the old ids comes first: what each was asked ends where the next begins.
      for id in candidates.sorted(by: { (Self.end(lost[$0]), $0) > (Self.end(lost[$1]), $1) }) {
        guard let own = lost[id], Self.end(own) < (reviews[card].first?.time ?? .max) else { break }
        reviews[card] = own + reviews[card]
        lost[id] = nil
        hasAdopted = true
      }
    }
    return hasAdopted
  }

  private static func end(_ reviews: [Review]?) -> Int { reviews?.last?.time ?? .min }
}
