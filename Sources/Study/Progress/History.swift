/// The reviews of each card of a deck, in order.
///
/// A card whose question was reworded has another id than before. It takes over the reviews of an id that no card has any
/// more, if that is of the same topic and kind and had the same answer, and if this is so for one card and one id alone.
struct History {
  /// By the card's place in the deck.
  let reviews: [[Review]]
  /// The reviews of cards that the deck does not have.
  let others: [Review]

  private struct Trace: Hashable {
    let group: Substring
    let echo: String
  }

  init(_ log: ReviewLog, of deck: Deck) {
    var byID: [String: [Review]] = [:]
    for review in log.reviews { byID[review.card, default: []].append(review) }
    var reviews = deck.cards.map { byID.removeValue(forKey: $0.id) ?? [] }

    var lost: [Trace: [String]] = [:]
    for (id, own) in byID {
      guard let echo = own.last?.echo, !echo.isEmpty else { continue }
      lost[Trace(group: CardID.group(of: id), echo: echo), default: []].append(id)
    }
    if !lost.isEmpty {
      var found: [Trace: [Int]] = [:]
      for (place, card) in deck.cards.enumerated() where reviews[place].isEmpty {
        found[Trace(group: CardID.group(of: card.id), echo: card.echo), default: []].append(place)
      }
      for (trace, ids) in lost where ids.count == 1 {
        guard let places = found[trace], places.count == 1 else { continue }
        reviews[places[0]] = byID.removeValue(forKey: ids[0]) ?? []
      }
    }
    self.reviews = reviews
    others = byID.values.joined().sorted(by: Review.precedes)
  }
}
