/// Days as somebody lives them: which one a time belongs to.
public struct LocalDays: Sendable {
  /// How far the clock on the wall is ahead of UTC, in milliseconds.
  private let offset: Int

  /// Days of a place whose clock is so many minutes ahead of UTC.
  public init(minutesAheadOfUTC minutes: Int = 0) {
    offset = minutes * 60_000
  }

  /// The number of the day that a time, in milliseconds since 1970, belongs to: 1 January 1970 is 0.
  public func day(of time: Int) -> Int {
    let local = time + offset
    return local >= 0 ? local / Scheduler.day : -((-local + Scheduler.day - 1) / Scheduler.day)
  }

  /// When a day begins, in milliseconds since 1970.
  public func start(of day: Int) -> Int { day * Scheduler.day - offset }
}
