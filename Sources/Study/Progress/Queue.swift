/// What is to be asked, and in which order.
public struct Queue: Sendable {
  /// Cards that are asked again within minutes, the earliest first.
  public let learning: [Int]
  /// Cards that are due today, those that are forgotten most likely first.
  public let due: [Int]
  /// New cards, in the order of the deck: as many as there are to be today.
  public let new: [Int]

  /// How long before its time a card among minutes may be asked where nothing else is left: 20 minutes.
  private static let ahead = 1_200_000

  /// The queue at a time.
  ///
  /// - Parameters:
  ///   - now: Milliseconds since 1970.
  ///   - newPerDay: How many new cards there are a day, those that were begun today included.
  ///   - topics: The topics to stay with, by their places in the deck; nothing for all.
  public init(
    _ deck: Deck, _ progress: Progress, at now: Int, days: LocalDays, newPerDay: Int, topics: Set<Int>? = nil
  ) {
    let today = days.day(of: now)
    let end = days.start(of: today + 1)
    var (learning, due, new): ([(Int, Int)], [(Double, Int)], [Int]) = ([], [], [])
    var begun = 0
    for (card, state) in progress.states.enumerated() {
      if let first = progress.firstReviews[card], days.day(of: first) == today { begun += 1 }
      guard topics?.contains(deck.cards[card].topic) ?? true else { continue }
      guard let state else {
        new.append(card)
        continue
      }
      if state.phase == .review {
        if state.due < end { due.append((progress.retrievability(of: card, at: now), card)) }
      } else {
        learning.append((state.due, card))
      }
    }
    self.learning = learning.filter { $0.0 < end || $0.0 <= now + Self.ahead }.sorted { $0 < $1 }.map(\.1)
    self.due = due.sorted { $0 < $1 }.map(\.1)
    self.new = Array(new.prefix(max(0, newPerDay - begun)))
  }

  /// How many cards there are to be asked today.
  public var count: Int { learning.count + due.count + new.count }

  /// The card to ask now: one among minutes whose time has come, else one that is due, else a new one, else one among
  /// minutes whose time comes soon. Nothing where all is done, or has time.
  public func next(in progress: Progress, at now: Int) -> Int? {
    if let first = learning.first, let state = progress.states[first], state.due <= now { return first }
    if let card = due.first ?? new.first { return card }
    guard let first = learning.first, let state = progress.states[first] else { return nil }
    return state.due <= now + Self.ahead ? first : nil
  }
}
