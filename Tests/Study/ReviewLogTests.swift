import Source
import TestSupport
import Testing

@testable import Study

@Suite("Reviews are kept, whatever happens to a log")
struct ReviewLogTests {
  private static func log(_ random: inout Random) -> ReviewLog {
    var log = ReviewLog()
    for _ in 0..<random.int(0...20) {
      log.add(
        Review(
          card: "topic:\(random.int(0...3))", time: random.int(0...6), grade: random.pick(Grade.allCases),
          echo: random.pick(["", "a", "b"])))
    }
    if random.once(in: 2) { log.merge(ReviewLog(Array("{\"card\":\n?\(random.int(0...3))\n".utf8))) }
    return log
  }

  @Test func `what is written is read`() {
    let review = Review(card: "docker/volume:question:^a \"b\"\n", time: 1_767_225_600_000, grade: .hard, echo: "1f")
    let line = String(decoding: review.line, as: UTF8.self)
    #expect(
      line
        == #"{"card":"docker/volume:question:^a \"b\"\n","time":1767225600000,"grade":2,"echo":"1f"}"# + "\n")
    #expect(ReviewLog(review.line).reviews == [review])
    for var random in Random.series(200) {
      let log = Self.log(&random)
      let again = ReviewLog(log.bytes)
      #expect(again.reviews == log.reviews, "seed \(random.seed)")
      #expect(again.damaged.map(\.bytes) == log.damaged.map(\.bytes), "seed \(random.seed)")
    }
  }

  @Test func `merging is a union, in any order and any number of times`() {
    for var random in Random.series(300) {
      let (a, b, c) = (Self.log(&random), Self.log(&random), Self.log(&random))
      func merged(_ logs: ReviewLog...) -> ReviewLog {
        var sum = ReviewLog()
        for log in logs { sum.merge(log) }
        return sum
      }
      let all = merged(a, b, c)
      #expect(all == merged(c, a, b), "seed \(random.seed)")
      #expect(all == merged(b, c, a, b, all), "seed \(random.seed)")
      #expect(merged(merged(a, b), c) == merged(a, merged(b, c)), "seed \(random.seed)")
      let keys = Set((a.reviews + b.reviews + c.reviews).map { "\($0.time) \($0.card)" })
      #expect(all.reviews.count == keys.count, "seed \(random.seed)")
    }
  }

  @Test func `what was made by mistake is taken out, and nothing else`() {
    let reviews = (0..<3).map { Review(card: "a", time: $0, grade: .good, echo: "e") }
    var log = ReviewLog()
    for review in reviews { log.add(review) }
    log.remove([
      reviews[1], Review(card: "a", time: 2, grade: .hard, echo: "e"), Review(card: "b", time: 0, grade: .good),
    ])
    #expect(log.reviews == [reviews[0], reviews[2]])
  }

  @Test func `of two grades at one time the worse one stays`() {
    var log = ReviewLog()
    for grade in [Grade.good, .again, .easy] { log.add(Review(card: "a", time: 1, grade: grade)) }
    #expect(log.reviews == [Review(card: "a", time: 1, grade: .again)])
  }

  @Test(arguments: [
    "{", "{}", "[]", "null", "{\"card\":\"a\",\"time\":1,\"grade\":5}", "{\"card\":\"a\",\"time\":1}",
    "{\"card\":\"\",\"time\":1,\"grade\":1}", "{\"card\":\"a\",\"time\":-1,\"grade\":1}",
    "{\"card\":\"a\",\"time\":1.5,\"grade\":1}", "{\"card\":\"a\",\"time\":1,\"grade\":1} x",
    "{\"card\":\"a\\", "{\"x\":\"a\\", "{\"card\":\"a\",\"time\":99999999999999999999,\"grade\":1}",
    "{\"card\":\"a\",\"time\":1,\"gra",
  ])
  func `a damaged line is told and kept`(line: String) {
    let text = Array("\(String(decoding: Self.good, as: UTF8.self))\(line)\n".utf8) + Self.good
    let log = ReviewLog(text)
    #expect(log.reviews.count == 1)
    #expect(log.damaged.count == 1)
    #expect(log.damaged.first.map { String(decoding: $0.bytes, as: UTF8.self) } == line)
    #expect(log.damaged.first?.range.start == Self.good.count)
    #expect(ReviewLog(log.bytes).damaged.first?.bytes == Array(line.utf8))
  }

  private static let good = Review(card: "a", time: 1, grade: .good).line

  @Test func `what a later version adds is passed over`() {
    let line = #"{ "version" : 2, "card": "a", "time": 1, "grade": 3, "device": "b" }"#
    #expect(ReviewLog(Array(line.utf8)).reviews == [Review(card: "a", time: 1, grade: .good)])
  }
}
