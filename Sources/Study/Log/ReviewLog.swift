public import Source

/// All reviews that somebody made: what lies in `rutter.study.jsonl` beside the notes, a line each.
///
/// Two logs of one person, from two machines, are put together without asking which is newer: a log is a set of reviews,
/// one for a card at a time.
public struct ReviewLog: Sendable, Equatable {
  /// A line that tells of no review.
  public struct DamagedLine: Sendable, Hashable {
    /// Its bytes.
    public let bytes: [UInt8]
    /// Where it stands in the text that was read.
    public let range: SourceRange
  }

  /// What the file is called.
  public static let fileName = "rutter.study.jsonl"

  /// The reviews, by time and then by card.
  public private(set) var reviews: [Review] = []
  /// The lines that tell of no review. They are kept.
  public private(set) var damaged: [DamagedLine] = []

  /// A log without reviews.
  public init() {}

  /// Reads a log. It always gives one; what cannot be read is a part of it.
  public init(_ text: [UInt8]) {
    var start = 0
    var found: [Review] = []
    while start < text.count {
      let end = text[start...].firstIndex(of: 0x0A) ?? text.count
      let line = text[start..<end]
      if let review = ReviewLine.review(line) {
        found.append(review)
      } else if !line.allSatisfy(\.isSpace) {
        damaged.append(DamagedLine(bytes: Array(line), range: SourceRange(start, end)))
      }
      start = end + 1
    }
    reviews = Self.united(found)
  }

  /// Adds a review.
  public mutating func add(_ review: Review) {
    if let last = reviews.last, !Review.precedes(last, review) || last.time == review.time {
      reviews = Self.united(reviews + [review])
    } else {
      reviews.append(review)
    }
  }

  /// Takes reviews out that were made by mistake; others of the same cards stay.
  public mutating func remove(_ mistakes: [Review]) {
    let mistakes = Set(mistakes)
    reviews.removeAll(where: mistakes.contains)
  }

  /// Adds what another log has. Which of two comes first makes no difference, and a second time changes nothing.
  public mutating func merge(_ other: ReviewLog) {
    reviews = Self.united(reviews + other.reviews)
    let lines = Set(damaged.map(\.bytes)).union(other.damaged.map(\.bytes))
    let sorted = lines.sorted { $0.lexicographicallyPrecedes($1) }
    damaged = sorted.map { DamagedLine(bytes: $0, range: SourceRange(at: 0)) }
  }

  /// The log as a file: the reviews in order, then the lines that tell of none.
  public var bytes: [UInt8] {
    reviews.flatMap(\.line) + damaged.flatMap { $0.bytes + [0x0A] }
  }

  /// The reviews in order, one for a card at a time: where two differ, the one that knew it less.
  private static func united(_ reviews: [Review]) -> [Review] {
    var united: [Review] = []
    united.reserveCapacity(reviews.count)
    for review in reviews.sorted(by: Review.precedes) {
      if let last = united.last, last.time == review.time, last.card == review.card { continue }
      united.append(review)
    }
    return united
  }
}
