import Source
import TestSupport
import Testing

/// The distance as its definition has it, without limits or early ends: the measure for the fast one.
private func distance(_ one: [UInt8], _ other: [UInt8]) -> Int {
  var table = [[Int]](repeating: Array(0...other.count), count: one.count + 1)
  for row in 0...one.count { table[row][0] = row }
  for row in stride(from: 1, through: one.count, by: 1) {
    for column in stride(from: 1, through: other.count, by: 1) {
      let isSame = one[row - 1] == other[column - 1]
      var cost = min(table[row - 1][column] + 1, table[row][column - 1] + 1)
      cost = min(cost, table[row - 1][column - 1] + (isSame ? 0 : 1))
      if row > 1, column > 1, one[row - 1] == other[column - 2], one[row - 2] == other[column - 1] {
        cost = min(cost, table[row - 2][column - 2] + 1)
      }
      table[row][column] = cost
    }
  }
  return table[one.count][other.count]
}

@Suite("Did you mean …?")
struct SuggestionTests {
  @Test(arguments: [
    ("volme", "volume"), ("volumee", "volume"), ("vloume", "volume"), ("VOLUME", "volume"), ("imag", "image"),
    ("aliasess", "aliases"), ("redirect_form", "redirect-from"), ("volume", "volume"),
  ])
  func `a slip is recognised`(word: String, meant: String) {
    let candidates = ["title", "volume", "image", "aliases", "redirect-from", "container"]
    #expect(Suggestion.nearest(to: word, among: candidates) == meant)
  }

  @Test(arguments: ["", "x", "pod", "banana", "volumetric", "completely different"])
  func `something else is not guessed`(word: String) {
    #expect(Suggestion.nearest(to: word, among: ["title", "volume", "k", "aliases"]) == nil)
  }

  @Test func `a single letter is only itself`() {
    #expect(Suggestion.nearest(to: "a", among: ["b", "", "ab"]) == nil)
    #expect(Suggestion.nearest(to: "A", among: ["b", "a"]) == "a")
  }

  @Test func `the nearest wins and then the first`() {
    #expect(Suggestion.nearest(to: "noted", among: ["nodes", "notes", "note"]) == "notes")
    #expect(Suggestion.nearest(to: "port", among: ["part", "pork"]) == "part")
    #expect(Suggestion.nearest(to: "word", among: [String]()) == nil)
  }

  @Test func `the suggestion is nearest by the definition`() {
    for var random in Random.series(300) {
      let word = random.text(of: "abc", upTo: 12)
      let candidates = (0..<8).map { _ in random.text(of: "abc", upTo: 12) }
      let count = word.utf8.count
      let limit = count < 2 ? 0 : count <= 4 ? 1 : count <= 8 ? 2 : 3
      let distances = candidates.map { distance(Array(word.utf8), Array($0.utf8)) }
      let best = distances.min().flatMap { $0 <= limit ? distances.firstIndex(of: $0) : nil }
      #expect(Suggestion.nearest(to: word, among: candidates) == best.map { candidates[$0] }, "seed \(random.seed)")
    }
  }

  @Test func `a long word among many is quick`() {
    let word = String(repeating: "a", count: 100_000)
    let candidates = (0..<1_000).map { "topic-\($0)" }
    let elapsed = ContinuousClock().measure {
      #expect(Suggestion.nearest(to: word, among: candidates) == nil)
    }
    #expect(elapsed < .seconds(1))
  }
}
