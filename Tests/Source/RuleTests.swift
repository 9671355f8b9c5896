import Source
import Testing

@Suite("Rules and what they say")
struct RuleTests {
  @Test func `severities are ordered and named`() {
    #expect(Severity.allCases.sorted() == [.info, .warning, .error])
    #expect(Severity.allCases.map(\.name) == ["info", "warning", "error"])
  }

  @Test func `rules are ordered by name`() {
    let ids: [RuleID] = ["notes/unknown-key", "dockerfile/absolute-workdir", "notes/broken-link"]
    #expect(ids.sorted().map(\.name) == ["dockerfile/absolute-workdir", "notes/broken-link", "notes/unknown-key"])
    #expect(RuleID("notes/broken-link") == "notes/broken-link")
  }
}
