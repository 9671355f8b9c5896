import Search
import Testing

@Suite("Search answer")
struct AnswerTests {
  private static let documents = [
    page(
      "volume/", "Volumes", definition: "What keeps files.", headings: ["Sharing files", "Backup and restore"],
      "Mount it read-only."),
    page("network/", "Networks", "Nothing of the kind."),
  ]

  @Test(arguments: [
    ("netwroks ", "networks "), ("restroe volumes", "restore volumes"), ("sharing flies now", "sharing files now"),
    ("Sharing newtork", "Sharing network"),
  ])
  func `a query is put right`(_ query: String, _ corrected: String) throws {
    var search = try SampleSearch(Self.documents)
    #expect(try search.answer(query).corrected.map { text($0) } == corrected)
  }

  @Test(arguments: ["networks", "netw", "read-only", "zyzzyva"])
  func `what is right or unlike anything stays`(_ query: String) throws {
    var search = try SampleSearch(Self.documents)
    #expect(try search.answer(query).corrected == nil)
  }

  @Test(arguments: [
    ("volumes", nil, false), ("sharing files", "Sharing files", false), ("restore", "Backup and restore", false),
    ("mount", nil, true), ("volumes mount", nil, true),
  ])
  func `a hit tells its section, and whether the text shows more`(
    _ query: String, _ section: String?, _ needsText: Bool
  ) throws {
    var search = try SampleSearch(Self.documents)
    let hit = try #require(try search.answer(query).hits.first)
    let names = search.engine.names
    #expect(hit.section.map { text(names.spelled(names.heading(of: $0)).bytes) } == section)
    #expect(hit.needsText == needsText)
  }

  @Test func `the words to show are those that say something, as they are meant`() throws {
    var search = try SampleSearch(Self.documents)
    let words = try search.answer("a netwrok of read-only vol").words
    #expect(words.map { text($0.form) } == ["read-only", "network", "read", "only", "vol"])
    #expect(words.map(\.goesOn) == [false, false, false, false, true])
  }

  @Test func `names answer before texts are there`() throws {
    let search = try SampleSearch(Self.documents)
    let query = SearchQuery(Array("volume mount".utf8))
    #expect(search.engine.answer(query, limit: 5).hits.map(\.page) == [1])
    #expect(!search.engine.missingShards(for: query).isEmpty)
  }

  @Test func `no more pages are found than are wanted`() throws {
    var search = try SampleSearch((0..<50).map { page("\($0)/", "Page \($0)") })
    #expect(try search.answer("page", limit: 7).hits.count == 7)
    #expect(try search.answer("page", limit: 0).hits.isEmpty)
  }

  @Test func `whatever is pasted is answered at once`() throws {
    var search = try SampleSearch(Self.documents)
    let start = ContinuousClock.now
    for query in [
      String(repeating: "volume ", count: 150_000), String(repeating: "x", count: 1_000_000),
      String(repeating: "kind:a in:b ", count: 80_000), String(repeating: "a-b.", count: 250_000),
      String(repeating: "容", count: 300_000), "\u{0}\u{1F}\u{FFFD} \u{301}",
    ] { _ = try search.answer(query) }
    #expect(ContinuousClock.now - start < .seconds(2))
  }
}
