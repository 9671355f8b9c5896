import Source
import TestSupport
import Testing

@testable import Docker

/// Input that is made to take long, to take much, or to trap.
@Suite struct ExpansionHostileTests {
  private static let long = String(repeating: "a", count: 100_000)

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      String(repeating: "${a:-", count: 200_000), String(repeating: "$", count: 1_000_000),
      String(repeating: "$long", count: 200_000), "${long//a/$long}",
      "${long//\(String(repeating: "*a", count: 50_000))b/}",
      "${long%%\(String(repeating: "?", count: 50_000))b}", "${long//*/$long}",
    ]) func `hostile words are refused or expanded in time`(word: String)
  {
    var expander = Expander()
    let environment = Environment(["long=" + Self.long])
    let clock = ContinuousClock()
    let time = clock.measure {
      let value = try? expander.expand(Array(word.utf8)[...], as: .word, in: environment).value
      #expect((value?.count ?? 0) <= Expander.longestValue)
    }
    #expect(time < .seconds(10))
  }

  @Test func `a value that doubles is refused before it takes the memory`() {
    var expander = Expander()
    var environment = Environment(["A=a"])
    let refusals = (0..<60).filter { _ in
      guard let value = try? expander.expand(Array("$A$A".utf8)[...], in: environment).value else { return true }
      environment.set(Array("A".utf8)[...], to: value, by: .environment)
      return false
    }
    #expect(refusals.count == 60 - 17)
    #expect(environment[Array("A".utf8)[...]]?.value?.count == Expander.longestValue)
  }

  @Test func `every refusal stands in its word`() {
    let pieces = [
      "$", "{", "}", "x", ":", "-", "?", "+", "#", "%", "/", "*", "\\", "'", "\"", " ", "한", "${x", "${n:-",
    ]
    for var random in Random.series(4_000) {
      let word = Array(random.text(of: pieces, upTo: 12).utf8)
      var expander = Expander()
      do throws(ExpansionError) {
        let expansion = try expander.expand(
          word[...], as: random.pick([.word, .words, .body]), in: Environment(["x=ab", "y="]))
        for use in expansion.uses { #expect(use.range.end <= word.count, "seed \(random.seed)") }
      } catch {
        #expect(error.range.end <= word.count && !error.message.isEmpty, "seed \(random.seed)")
      }
    }
  }

  @Test func `variables of an older environment stay what they were`() {
    for var random in Random.series(40) {
      var environment = Environment()
      var known: [String: String] = [:]
      var older: [(Environment, [String: String])] = []
      for _ in 0..<100 {
        let (name, value) = (random.text(of: "abc", upTo: 4), random.text(of: "xyz", upTo: 3))
        environment.set(Array(name.utf8)[...], to: Array(value.utf8)[...], by: .argument)
        known[name] = value
        older.append((environment, known))
      }
      for (environment, known) in older {
        let found = environment.variables.map { ($0.name.string, $0.value?.string ?? "") }
        #expect(Dictionary(found) { first, _ in first } == known, "seed \(random.seed)")
        for (name, value) in known { #expect(environment[Array(name.utf8)[...]]?.value?.string == value) }
      }
    }
  }
}
