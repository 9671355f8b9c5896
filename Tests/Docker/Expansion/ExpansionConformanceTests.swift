import Foundation
import Source
import TestSupport
import Testing

@testable import Docker

/// How BuildKit expands words: `corpus/docker/shellword_cases.jsonl` of the shared folder.
@Suite struct ExpansionConformanceTests {
  private struct Case: Decodable {
    let id: String
    let mode: String
    let input: String
    let env: [String]
    let escape: String
    let result: String?
    let words: [String]?
    let error: String?
    let matched: [String]?
    let unmatched: [String]?
  }

  @Test(.needsShared) func `words are expanded as the builder expands them`() throws {
    let lines = try Shared.lines("corpus/docker/shellword_cases.jsonl")
    #expect(lines.count > 100)
    for line in lines {
      let expected = try JSONDecoder().decode(Case.self, from: Data(line.utf8))
      var expander = Expander(escape: try #require(expected.escape.utf8.first))
      let word = Array(expected.input.utf8)[...]
      do throws(ExpansionError) {
        let expansion = try expander.expand(
          word, as: expected.mode == "words" ? .words : .word, in: Environment(expected.env))
        #expect(expected.error == nil, "\(expected.id)")
        if let result = expected.result { #expect(expansion.value.string == result, "\(expected.id)") }
        if let words = expected.words { #expect(expansion.words.map(\.string) == words, "\(expected.id)") }
        if let matched = expected.matched, let unmatched = expected.unmatched {
          #expect(names(expansion.uses.filter(\.isSet)) == matched.sorted(), "\(expected.id)")
          #expect(names(expansion.uses.filter { !$0.isSet }) == unmatched.sorted(), "\(expected.id)")
        }
      } catch {
        #expect(expected.error != nil, "\(expected.id): \(error.message)")
      }
    }
  }

  private func names(_ uses: [VariableUse]) -> [String] {
    Set(uses.map(\.name.string)).sorted()
  }
}
