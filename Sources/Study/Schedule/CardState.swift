/// What is known of how well somebody knows a card. A card that was never reviewed has none.
public struct CardState: Sendable, Equatable {
  /// Where in its life a card is.
  public enum Phase: Int, Sendable {
    /// It is new, and asked again within minutes.
    case learning = 1
    /// It comes back after days.
    case review
    /// It was forgotten, and is asked again within minutes.
    case relearning
  }

  /// Where in its life it is.
  public internal(set) var phase: Phase
  /// Which of the steps of minutes it is at; nothing among days.
  public internal(set) var step: Int?
  /// After how many days it is known with a probability of 90 %.
  public internal(set) var stability: Double
  /// How hard it is, from 1 to 10.
  public internal(set) var difficulty: Double
  /// When it is to be asked again: milliseconds since 1970, UTC.
  public internal(set) var due: Int
  /// When it was asked last: milliseconds since 1970, UTC.
  public internal(set) var lastReview: Int
  /// How often it was asked.
  public internal(set) var reviews = 1
  /// How often it was forgotten after it had been learnt.
  public internal(set) var lapses = 0
}
