/// How learning goes, in numbers by day.
public struct Statistics: Sendable {
  /// What was done on a day.
  public struct Day: Sendable, Equatable {
    /// Its number, as of ``LocalDays``.
    public let day: Int
    /// How many reviews there were.
    public var reviews = 0
    /// How many of them were of new cards.
    public var new = 0
    /// How many cards were not known.
    public var again = 0
  }

  /// The last days, today at the end.
  public let days: [Day]
  /// How many cards come due on each day from today on; those of days past count for today.
  public let forecast: [Int]
  /// Of the reviews of cards that had been learnt, which share was known, in the last 30 days; nothing where there was
  /// none.
  public let retention: Double?
  /// How many topics are at each level.
  public let levels: [(level: Progress.Level, count: Int)]
  /// How many cards were asked at least once.
  public let asked: Int
  /// On how many days in a row something was reviewed, up to today or yesterday.
  public let streak: Int

  /// The numbers at a time, in milliseconds since 1970.
  public init(
    _ progress: Progress, of deck: Deck, at now: Int, days calendar: LocalDays, past: Int = 30, future: Int = 30
  ) {
    let today = calendar.day(of: now)
    let first = today - max(1, past) + 1
    var days = (first...today).map { Day(day: $0) }
    for review in progress.times {
      let day = calendar.day(of: review.time)
      guard day >= first, day <= today else { continue }
      days[day - first].reviews += 1
      if review.isFirst { days[day - first].new += 1 }
      if review.grade == .again { days[day - first].again += 1 }
    }
    self.days = days
    var forecast = Array(repeating: 0, count: max(1, future))
    for case let state? in progress.states {
      let day = max(0, calendar.day(of: state.due) - today)
      if day < forecast.count { forecast[day] += 1 }
    }
    self.forecast = forecast
    let recalls = progress.recalls.filter { calendar.day(of: $0.time) > today - 30 }
    retention = recalls.isEmpty ? nil : Double(recalls.count { $0.isKnown }) / Double(recalls.count)
    let all = deck.topics.map(progress.level)
    levels = Progress.Level.allCases.map { level in (level, all.count { $0 == level }) }
    asked = progress.states.count { $0 != nil }
    streak = Self.streak(Set(progress.times.map { calendar.day(of: $0.time) }), upTo: today)
  }

  private static func streak(_ days: Set<Int>, upTo today: Int) -> Int {
    var day = days.contains(today) ? today : today - 1
    var streak = 0
    while days.contains(day) {
      streak += 1
      day -= 1
    }
    return streak
  }
}
