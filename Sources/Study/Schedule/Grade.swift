/// How well a card was known.
public enum Grade: Int, CaseIterable, Sendable {
  /// Not at all.
  case again = 1
  /// With trouble.
  case hard
  /// After a moment.
  case good
  /// At once.
  case easy

  /// What it is called.
  public var name: String {
    switch self {
    case .again: "again"
    case .hard: "hard"
    case .good: "good"
    case .easy: "easy"
    }
  }
}
