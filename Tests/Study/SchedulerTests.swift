import TestSupport
import Testing

@testable import Study

@Suite("Cards come back when they are nearly forgotten")
struct SchedulerTests {
  /// 2026-01-01T00:00Z.
  static let start = 1_767_225_600_000
  private static let minute = 60_000

  @Test func `as the golden vector says`() {
    let expected: [(Grade, CardState.Phase, Double, Double, Int)] = [
      (.good, .learning, 2.3065, 2.1181, 10 * Self.minute),
      (.good, .review, 2.3065, 2.1112, 2 * Scheduler.day),
      (.good, .review, 10.9710, 2.1043, 11 * Scheduler.day),
      (.hard, .review, 32.2280, 4.7437, 32 * Scheduler.day),
      (.again, .relearning, 2.4018, 8.2575, 10 * Self.minute),
      (.good, .review, 2.4018, 8.2445, 2 * Scheduler.day),
      (.good, .review, 5.0978, 8.2315, 5 * Scheduler.day),
      (.easy, .review, 15.8048, 7.6257, 16 * Scheduler.day),
    ]
    var (state, time): (CardState?, Int) = (nil, Self.start)
    for (number, (grade, phase, stability, difficulty, wait)) in expected.enumerated() {
      let next = Scheduler().review(state, grade, at: time)
      #expect(next.phase == phase, "review \(number)")
      #expect(abs(next.stability - stability) < 0.00005, "review \(number): \(next.stability)")
      #expect(abs(next.difficulty - difficulty) < 0.00005, "review \(number): \(next.difficulty)")
      #expect(next.due - time == wait, "review \(number)")
      #expect(next.lastReview == time)
      (state, time) = (next, next.due)
    }
    #expect(state?.reviews == 8)
    #expect(state?.lapses == 1)
  }

  @Test func `as likely as not to be known when they are due`() {
    let scheduler = Scheduler()
    for var random in Random.series(200) {
      var (state, time): (CardState?, Int) = (nil, Self.start)
      for _ in 0..<random.int(1...12) {
        state = scheduler.review(state, random.pick(Grade.allCases), at: time)
        time = state?.due ?? time
      }
      guard let state, state.phase == .review, state.stability > 20, state.stability < 30_000 else { continue }
      #expect(abs(scheduler.retrievability(of: state, at: state.due) - 0.9) < 0.01, "seed \(random.seed)")
    }
  }

  @Test func `with steps of one's own`() {
    var one = Scheduler()
    one.learningSteps = [300_000]
    #expect(one.review(nil, .hard, at: 0).due == 450_000)
    #expect(one.review(nil, .good, at: 0).phase == .review)
    var none = Scheduler()
    (none.learningSteps, none.relearningSteps) = ([], [])
    let learnt = none.review(nil, .again, at: 0)
    #expect(learnt.phase == .review)
    #expect(learnt.due == Scheduler.day)
    let forgotten = none.review(learnt, .again, at: learnt.due)
    #expect(forgotten.phase == .review)
    #expect(forgotten.lapses == 1)
  }

  @Test func `a clock that was put back does no harm`() {
    let state = Scheduler().review(nil, .good, at: Self.start)
    let next = Scheduler().review(state, .good, at: Self.start - 3 * Scheduler.day)
    #expect(next.stability == state.stability)
    #expect(next.stability.isFinite)
  }

  @Test func `varied days stay within their bounds and are the same each time`() {
    var varied = Scheduler()
    var seen: Set<Int> = []
    for seed in 0..<200 {
      varied.fuzzSeed = UInt64(seed)
      let first = varied.review(nil, .easy, at: Self.start)
      #expect(first == varied.review(nil, .easy, at: Self.start))
      let days = (first.due - Self.start) / Scheduler.day
      let (low, high) = varied.fuzzRange(8)
      #expect((low...high).contains(days))
      seen.insert(days)
    }
    #expect(seen == [6, 7, 8, 9, 10])
    #expect(varied.fuzzRange(100) == (93, 107))
  }

  private static let python = Repository.path(".build/venv/bin/python")
  private static let hasOracle =
    (try? Command(python, ["-c", "import fsrs"]).run().exit) == 0

  @Test(.enabled(if: hasOracle, "the package fsrs is not in .build/venv (Tests/run browser makes it)"))
  func `as the package fsrs does, in 10,000 random histories`() throws {
    let outcome = try Command(Self.python, [Repository.path("Tests/Study/fsrs_histories.py"), "10000"])
      .run(seconds: 120)
    try #require(outcome.exit == 0, "\(outcome.errors)")
    let scheduler = Scheduler()
    var (histories, reviews, wrong) = (0, 0, 0)
    for line in outcome.output.split(separator: "\n") {
      histories += 1
      var state: CardState?
      for word in line.split(separator: " ") {
        let parts = word.split(separator: ":")
        let numbers = parts.map { Int($0) ?? -1 }
        let grade = try #require(Grade(rawValue: numbers[0]))
        let next = scheduler.review(state, grade, at: numbers[1] * 1000)
        reviews += 1
        let isEqual =
          next.phase.rawValue == numbers[2] && next.step == (parts[3] == "-" ? nil : numbers[3])
          && next.stability == Double(parts[4]) && next.difficulty == Double(parts[5])
          && next.due == numbers[6] * 1000
        if !isEqual {
          wrong += 1
          if wrong < 5 { Issue.record("\(word), not \(next)") }
        }
        state = next
      }
    }
    #expect(histories == 10_000)
    #expect(reviews > 50_000)
    #expect(wrong == 0)
  }
}
