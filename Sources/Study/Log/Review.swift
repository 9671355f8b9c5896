import Source

/// A card was asked, and somebody graded how well it was known.
public struct Review: Sendable, Hashable {
  /// The card's id.
  public let card: String
  /// When: milliseconds since 1970, UTC.
  public let time: Int
  /// How well it was known.
  public let grade: Grade
  /// What its answer was then, as ``Card/echo``; empty where that is not known.
  public let echo: String

  /// A review of the card with this id.
  public init(card: String, time: Int, grade: Grade, echo: String = "") {
    self.card = card
    self.time = time
    self.grade = grade
    self.echo = echo
  }

  /// The line that stands for it in a log, with its line feed.
  public var line: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("card", card)
      json.member("time", time)
      json.member("grade", grade.rawValue)
      if !echo.isEmpty { json.member("echo", echo) }
    }
    return json.finish() + [0x0A]
  }

  /// Which of two reviews comes first: by time, then by card.
  static func precedes(_ one: Review, _ other: Review) -> Bool {
    (one.time, one.card, one.grade.rawValue, one.echo) < (other.time, other.card, other.grade.rawValue, other.echo)
  }
}
