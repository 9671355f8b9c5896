import Search

/// A page for tests of the ranking.
func page(
  _ path: String, _ title: String, kind: String = "note", domain: String = "", aliases: [String] = [],
  definition: String = "", headings: [String] = [], inbound: [String] = [], _ text: String = ""
) -> SearchDocument {
  SearchDocument(
    path: path, title: title, kind: kind, domain: domain, aliases: aliases, definition: definition,
    headings: headings.map { SearchDocument.Heading(text: $0, anchor: $0) }, inbound: inbound,
    words: BodyWords(html: "<p>\(text)</p>".utf8.span))
}

/// A search over pages.
struct SampleSearch {
  private(set) var engine: SearchEngine
  private let files: [SearchIndex.File]

  init(_ documents: [SearchDocument]) throws {
    files = SearchIndex(documents).files
    engine = try SearchEngine(names: files[0].bytes)
  }

  /// The answer from all that the index has.
  mutating func answer(_ query: String, limit: Int = 10) throws -> SearchAnswer {
    let query = SearchQuery(Array(query.utf8))
    var missing = engine.missingShards(for: query)
    while !missing.isEmpty {
      for shard in missing {
        let name = text(engine.shardName(shard))
        for file in files where file.name == name { try engine.add(shard: shard, file.bytes) }
      }
      missing = engine.missingShards(for: query)
    }
    return engine.answer(query, limit: limit)
  }

  /// The addresses of the pages that are found.
  mutating func pages(_ query: String) throws -> [String] {
    try answer(query).hits.map { text(engine.names.path(of: $0.page)) }
  }
}
