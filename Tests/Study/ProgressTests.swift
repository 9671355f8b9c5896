import TestSupport
import Testing

@testable import Study

@Suite("What is asked, and how it goes")
struct ProgressTests {
  private static let start = SchedulerTests.start
  private static let minute = 60_000

  /// Topics A, B and C of two cards each; C needs B.
  private static let site = StudySite([
    "a.md": "---\norder: 1\n---\n# A\n\na one :: 1\n\na two :: 2",
    "b.md": "---\norder: 2\n---\n# B\n\nb one :: 1\n\nb two :: 2",
    "c.md": "---\norder: 3\nrequires: B\ncards: written\n---\n# C\n\nc one :: 1\n\nc two :: 2",
  ])

  private static func queue(_ progress: Progress, at time: Int, new: Int = 3, topics: Set<Int>? = nil) -> Queue {
    Queue(site.deck, progress, at: time, days: LocalDays(), newPerDay: new, topics: topics)
  }

  @Test func `new cards in learning order, so many a day`() {
    var progress = Progress(ReviewLog(), in: Self.site.deck)
    #expect(Self.queue(progress, at: Self.start).new == [0, 1, 2])
    progress.record(.easy, of: 0, at: Self.start)
    #expect(Self.queue(progress, at: Self.start).new == [1, 2])
    #expect(Self.queue(progress, at: Self.start + Scheduler.day).new == [1, 2, 3])
    #expect(Self.queue(progress, at: Self.start, new: 0).new == [])
    #expect(Self.queue(progress, at: Self.start, new: 9, topics: [2]).new == [4, 5])
  }

  @Test func `among minutes first when its time has come, then what is due, then new ones`() {
    var progress = Progress(ReviewLog(), in: Self.site.deck)
    progress.record(.easy, of: 4, at: Self.start)
    progress.record(.good, of: 5, at: Self.start)
    progress.record(.good, of: 5, at: Self.start + 10 * Self.minute)
    let later = Self.start + 20 * Scheduler.day
    progress.record(.again, of: 0, at: later)
    let queue = Self.queue(progress, at: later)
    #expect(queue.learning == [0])
    // The one that is forgotten most likely is the one that was known worse.
    #expect(queue.due == [5, 4])
    #expect(queue.next(in: progress, at: later) == 5)
    #expect(queue.next(in: progress, at: later + 2 * Self.minute) == 0)
    #expect(queue.count == 5)
  }

  @Test func `a card among minutes is asked early where nothing else is left`() {
    var progress = Progress(ReviewLog(), in: Self.site.deck)
    progress.record(.good, of: 0, at: Self.start)
    #expect(Self.queue(progress, at: Self.start, new: 0).next(in: progress, at: Self.start) == 0)
    progress.record(.easy, of: 0, at: Self.start)
    #expect(Self.queue(progress, at: Self.start, new: 0).next(in: progress, at: Self.start) == nil)
  }

  @Test func `a topic is seen, learning and known`() {
    let deck = Self.site.deck
    var progress = Progress(ReviewLog(), in: deck)
    func levels() -> [Progress.Level] { deck.topics.map(progress.level) }
    #expect(levels() == [.unseen, .unseen, .unseen])
    progress.record(.easy, of: 0, at: Self.start)
    #expect(levels() == [.seen, .unseen, .unseen])
    progress.record(.easy, of: 1, at: Self.start)
    #expect(levels() == [.learning, .unseen, .unseen])
    for card in [0, 1] {
      for _ in 0..<3 { progress.record(.easy, of: card, at: progress.states[card]?.due ?? 0) }
    }
    #expect(levels() == [.known, .unseen, .unseen])
  }

  @Test func `the next topic is begun, weak, or ready`() {
    let deck = Self.site.deck
    var progress = Progress(ReviewLog(), in: deck)
    #expect(deck.topics.map(\.needs) == [[], [], [1]])
    #expect(progress.nextTopic(of: deck, at: Self.start) == 0)
    for card in [0, 1, 2] { progress.record(.easy, of: card, at: Self.start) }
    #expect(progress.nextTopic(of: deck, at: Self.start) == 1)
    progress.record(.easy, of: 3, at: Self.start)
    #expect(progress.nextTopic(of: deck, at: Self.start) == 2)
    progress.record(.good, of: 4, at: Self.start)
    // Half a year later the one whose cards were known worst is the weakest.
    #expect(progress.nextTopic(of: deck, at: Self.start + 180 * Scheduler.day) == 2)
  }

  @Test func `what needs another comes after it`() {
    let site = StudySite([
      "a.md": "---\nrequires: B\norder: 1\n---\n# A\n\na :: 1", "b.md": "---\norder: 2\n---\n# B\n\nb :: 1",
    ])
    let progress = Progress(ReviewLog(), in: site.deck)
    let next = progress.nextTopic(of: site.deck, at: Self.start)
    #expect(next.map { site.deck.topics[$0].name } == "B")
  }

  @Test func `numbers by day`() {
    let deck = Self.site.deck
    var log = ReviewLog()
    func add(_ card: Int, _ grade: Grade, _ time: Int) {
      log.add(Review(card: deck.cards[card].id, time: time, grade: grade))
    }
    add(0, .easy, Self.start)
    add(1, .easy, Self.start + 1)
    add(0, .good, Self.start + 8 * Scheduler.day)
    add(1, .again, Self.start + 9 * Scheduler.day)
    log.add(Review(card: "gone", time: Self.start + 9 * Scheduler.day + 1, grade: .good))
    let now = Self.start + 10 * Scheduler.day
    let statistics = Statistics(Progress(log, in: deck), of: deck, at: now, days: LocalDays())
    #expect(statistics.days.count == 30)
    #expect(statistics.days.suffix(11).map(\.reviews) == [2, 0, 0, 0, 0, 0, 0, 0, 1, 2, 0])
    #expect(statistics.days.suffix(11).map(\.new) == [2, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0])
    #expect(statistics.days.map(\.again).reduce(0, +) == 1)
    #expect(statistics.retention == 0.5)
    #expect(statistics.streak == 2)
    #expect(statistics.asked == 2)
    #expect(statistics.forecast[0] == 1)
    #expect(statistics.forecast.reduce(0, +) <= 2)
    #expect(statistics.levels.map(\.count) == [2, 0, 1, 0])
  }

  @Test(arguments: [(0, 0), (120, 20_454), (-720, 20_453)])
  func `days begin where one lives`(minutes: Int, day: Int) {
    let days = LocalDays(minutesAheadOfUTC: minutes)
    let midnight = 20_454 * Scheduler.day
    #expect(days.day(of: midnight) == (minutes == 0 ? 20_454 : day))
    #expect(days.day(of: days.start(of: 7)) == 7)
    #expect(days.day(of: days.start(of: 7) - 1) == 6)
    #expect(days.day(of: days.start(of: -7)) == -7)
  }
}
