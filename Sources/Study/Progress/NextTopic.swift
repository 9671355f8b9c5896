extension Progress {
  /// The topic to turn to: of those that were begun and are not known, the one whose cards are forgotten most likely; where
  /// memory is good, the first in learning order whose prerequisites were all begun. Nothing where all is known.
  ///
  /// - Parameter now: Milliseconds since 1970.
  /// - Returns: Its place in the deck.
  public func nextTopic(of deck: Deck, at now: Int) -> Int? {
    let levels = deck.topics.map(level)
    var weakest: (memory: Double, topic: Int)?
    for (place, topic) in deck.topics.enumerated() where levels[place] == .seen || levels[place] == .learning {
      let asked = topic.cards.filter { states[$0] != nil }
      let memory = asked.reduce(0) { $0 + retrievability(of: $1, at: now) } / Double(asked.count)
      if memory < weakest?.memory ?? .infinity { weakest = (memory, place) }
    }
    if let weakest, weakest.memory < Self.goodMemory { return weakest.topic }
    // What was begun is finished before something new is.
    if let begun = deck.topics.indices.first(where: { levels[$0] == .seen }) { return begun }
    let new = deck.topics.indices.filter { levels[$0] == .unseen }
    let ready = new.first { place in deck.topics[place].needs.allSatisfy { levels[$0] != .unseen } }
    return ready ?? new.first ?? weakest?.topic
  }

  /// Above which mean probability what was learnt can be left alone.
  private static let goodMemory = 0.9
}
