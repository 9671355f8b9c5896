/// How far somebody is with a deck: a log of reviews, played through the scheduler.
public struct Progress: Sendable {
  /// How well a topic is known.
  public enum Level: String, Sendable, CaseIterable {
    /// None of its cards was ever asked.
    case unseen
    /// Some of its cards were asked.
    case seen
    /// All of its cards were asked.
    case learning
    /// All of its cards keep for three weeks and more.
    case known
  }

  /// For how many days a card must keep to count as known.
  static let knownStability = 21.0

  /// What is known of each card, by its place in the deck; nothing for a new one.
  public private(set) var states: [CardState?]
  /// When each card was asked first, in milliseconds since 1970.
  public private(set) var firstReviews: [Int?]
  /// The reviews that were not of a new card and not of one within minutes, as (time, whether it was known).
  private(set) var recalls: [(time: Int, isKnown: Bool)] = []
  /// All reviews, of cards that the deck does not have too.
  private(set) var times: [(time: Int, grade: Grade, isFirst: Bool)] = []
  private let scheduler: Scheduler

  /// The progress that a log tells of.
  public init(_ log: ReviewLog, in deck: Deck, by scheduler: Scheduler = Scheduler()) {
    self.scheduler = scheduler
    states = Array(repeating: nil, count: deck.cards.count)
    firstReviews = Array(repeating: nil, count: deck.cards.count)
    let history = History(log, of: deck)
    for (card, reviews) in history.reviews.enumerated() {
      for review in reviews { record(review.grade, of: card, at: review.time) }
    }
    var seen: Set<String> = []
    for review in history.others {
      times.append((review.time, review.grade, seen.insert(review.card).inserted))
    }
    times.sort { $0.time < $1.time }
    recalls.sort { $0.time < $1.time }
  }

  /// Notes that a card was asked.
  public mutating func record(_ grade: Grade, of card: Int, at time: Int) {
    if firstReviews[card] == nil { firstReviews[card] = time }
    if states[card]?.phase == .review { recalls.append((time, grade != .again)) }
    times.append((time, grade, states[card] == nil))
    states[card] = scheduler.review(states[card], grade, at: time)
  }

  /// The probability with which a card is known at a time; 0 for a new one.
  public func retrievability(of card: Int, at time: Int) -> Double {
    states[card].map { scheduler.retrievability(of: $0, at: time) } ?? 0
  }

  /// When a card would be asked again, grade by grade: milliseconds since 1970.
  public func due(of card: Int, after grade: Grade, at time: Int) -> Int {
    scheduler.review(states[card], grade, at: time).due
  }

  /// How well a topic of a deck is known.
  public func level(of topic: Deck.Topic) -> Level {
    let asked = topic.cards.compactMap { states[$0] }
    if asked.isEmpty { return .unseen }
    if asked.count < topic.cards.count { return .seen }
    return asked.allSatisfy { $0.phase == .review && $0.stability >= Self.knownStability } ? .known : .learning
  }
}
