import Source
import TestSupport
import Testing

@testable import Study

/// What logs tell, written down for the script that plans reviews in the browser: `Tests/Browser/test_study.py` holds it
/// against the same file.
@Suite("The browser plans as the program does")
struct BrowserAgreementTests {
  private static let site = StudySite([
    "a.md":
      "---\norder: 1\nkind: concept\n---\n# A\n\nA thing that stands at the beginning.\n\na one :: 1\n\na two :: 2",
    "b.md": "---\norder: 2\n---\n# B\n\nb one :: 1\n\nb two :: 2\n\nb ==three== of ==four==.",
    "c.md": "---\norder: 3\nrequires: B\ncards: written\n---\n# C\n\nc one :: 1\n\nc two ::: 2",
    "d.md": "---\norder: 4\nrequires: [A, C]\ncards: written\n---\n# D\n\nd one :: 1",
  ])

  @Test func `states, queues, next topics and statistics`() {
    var json = JSONWriter()
    json.object { json in
      json.member("deck", Self.site.deck.json[...].string)
      json.array("cases") { json in
        for var random in Random.series(16) { json.object { Self.write(&random, &$0) } }
      }
    }
    expectGolden(json.finish() + [0x0A], "browser.json")
  }

  private static func write(_ random: inout Random, _ json: inout JSONWriter) {
    let log = Self.log(&random)
    let last = log.reviews.last?.time ?? SchedulerTests.start
    let now = last + random.int(0...(random.once(in: 2) ? 30 * 60_000 : 40 * Scheduler.day))
    let minutes = random.pick([0, 60, -300, 345])
    let limit = random.int(0...6)
    let topics = random.once(in: 3) ? Set([random.int(0...3)]) : nil
    let deck = site.deck
    let progress = Progress(log, in: deck)
    let days = LocalDays(minutesAheadOfUTC: minutes)
    let queue = Queue(deck, progress, at: now, days: days, newPerDay: limit, topics: topics)
    json.member("log", log.bytes[...].string)
    json.member("now", now)
    json.member("minutes", minutes)
    json.member("limit", limit)
    json.array("topics") { json in for topic in topics?.sorted() ?? [] { json.number(topic) } }
    json.array("states") { json in for card in deck.cards.indices { write(card, progress, at: now, &json) } }
    for (name, cards) in [("learning", queue.learning), ("due", queue.due), ("new", queue.new)] {
      json.array(name) { json in for card in cards { json.number(card) } }
    }
    json.member("next", queue.next(in: progress, at: now) ?? -1)
    json.member("nextTopic", progress.nextTopic(of: deck, at: now) ?? -1)
    json.array("levels") { json in for topic in deck.topics { json.string(progress.level(of: topic).rawValue) } }
    write(Statistics(progress, of: deck, at: now, days: days), &json)
  }

  private static func write(_ card: Int, _ progress: Progress, at now: Int, _ json: inout JSONWriter) {
    guard let state = progress.states[card] else { return json.null() }
    json.object { json in
      json.member("phase", "\(state.phase)")
      json.member("stability", state.stability, places: 9)
      json.member("difficulty", state.difficulty, places: 9)
      json.member("due", state.due)
      json.member("memory", progress.retrievability(of: card, at: now), places: 9)
      json.array("after") { json in
        for grade in Grade.allCases { json.number(progress.due(of: card, after: grade, at: now)) }
      }
    }
  }

  private static func write(_ statistics: Statistics, _ json: inout JSONWriter) {
    json.array("days") { json in
      for day in statistics.days where day.reviews > 0 {
        json.array { json in for number in [day.day, day.reviews, day.new, day.again] { json.number(number) } }
      }
    }
    json.array("forecast") { json in for number in statistics.forecast { json.number(number) } }
    json.member("retention", statistics.retention ?? -1, places: 9)
    json.member("asked", statistics.asked)
    json.member("streak", statistics.streak)
  }

  /// Reviews of the deck's cards at times like those of people, of cards that were reworded since, and of cards that are gone.
  private static func log(_ random: inout Random) -> ReviewLog {
    var log = ReviewLog()
    var time = SchedulerTests.start + random.int(0...Scheduler.day)
    for _ in 0..<random.int(0...60) {
      time += random.int(0...(random.once(in: 3) ? 3 * Scheduler.day : 12 * 60_000))
      let card = random.pick(site.deck.cards)
      // Cards of a group that were reworded carry another last part.
      let isOld = random.once(in: 8)
      let id = isOld ? CardID.group(of: card.id) + ":old\(random.int(0...1))" : card.id[...]
      log.add(
        Review(
          card: random.once(in: 15) ? "gone:card" : String(id), time: time, grade: random.pick(Grade.allCases),
          echo: random.once(in: 10) ? "" : card.echo))
    }
    if random.once(in: 3) { log.merge(ReviewLog(Array("{\"card\":\nnothing\n".utf8))) }
    return log
  }
}
