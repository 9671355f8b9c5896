import Search
import TestSupport
import Testing

@Suite("Any index")
struct IndexPropertyTests {
  private static let pieces = [
    "pod", "Pod", "POD", "podName", "a", "A", "x1", "é", "Über", "容", "器", " ", " ", " ", "  ", "\n", "-", ".", "/",
    "(", ")", ", ", "'s", "…", "🚢", "_", String(repeating: "long", count: 90),
  ]

  /// Pages that have something of everything.
  private static func documents(_ random: inout Random) -> [SearchDocument] {
    let count = random.int(0...12)
    return (0..<count).map { number in
      let texts = (0..<8).map { _ in random.text(of: pieces, upTo: 8) }
      let path = texts[0].split { $0.isWhitespace }.joined(separator: "-")
      return SearchDocument(
        path: number == 0 ? "" : "\(path)\(number)/", title: texts[1], kind: random.pick(["note", "object", ""]),
        domain: random.pick(["", "docker"]), aliases: [texts[2]], definition: texts[3],
        headings: texts.shuffled(using: &random).prefix(5).map {
          .init(text: $0, anchor: random.once(in: 2) ? "x-\(number)" : $0.lowercased(), names: [texts[5]])
        },
        inbound: [texts[6], texts[6], texts[7]], words: BodyWords(html: body(texts).span))
    }
  }

  private static func body(_ texts: [String]) -> [UInt8] {
    Array(texts.joined(separator: "<p>").utf8)
  }

  /// A text with one blank for each run of them, as it is kept.
  private static func kept(_ text: String) -> String {
    text.split { $0.isWhitespace }.joined(separator: " ")
  }

  @Test func `what was written is read again`() throws {
    for var random in Random.series(150) {
      let documents = Self.documents(&random)
      let names = try NamesFile(SearchIndex(documents).files[0].bytes)
      #expect(names.pageCount == documents.count)
      let sorted = documents.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
      for (page, document) in sorted.enumerated() {
        #expect(text(names.path(of: page)) == document.path)
        #expect(text(names.spelled(names.title(of: page)).bytes) == Self.kept(document.title))
        #expect(text(names.kinds[names.kind(of: page)]) == document.kind)
        #expect(text(names.domains[names.domain(of: page)]) == document.domain)
        let sections = names.sections(of: page)
        #expect(sections.count == document.headings.count)
        for (section, heading) in zip(sections, document.headings) {
          #expect(text(names.spelled(names.heading(of: section)).bytes) == Self.kept(heading.text))
          #expect(text(names.anchor(of: section)) == Self.kept(heading.anchor), "seed \(random.seed)")
        }
      }
    }
  }

  @Test func `pages may come in any order`() {
    for var random in Random.series(40) {
      let documents = Self.documents(&random)
      let files = SearchIndex(documents).files
      let others = SearchIndex(documents.shuffled(using: &random)).files
      #expect(files.map(\.name) == others.map(\.name) && files.map(\.bytes) == others.map(\.bytes))
    }
  }

  @Test func `every word of a text is found on its page, in the file that the table names`() throws {
    for var random in Random.series(60) {
      let count = random.int(1...40)
      let bodies = (0..<count).map { _ in
        (0..<random.int(0...60)).map { _ in "q" + random.text(of: "abcdefghij", upTo: 4) }
      }
      let documents = bodies.enumerated().map { number, words in
        SearchDocument(
          path: "p\(number + 100)/", title: "P", words: BodyWords(html: Array(words.joined(separator: " ").utf8).span))
      }
      let files = SearchIndex(documents).files
      let names = try NamesFile(files[0].bytes)
      let shards = try (0..<names.shards.count).map { try WordShard(files[$0 + 1].bytes, of: names, shard: $0) }
      for word in Set(bodies.joined()) {
        let bytes = Array(word.utf8)[...]
        let shard = shards[names.shards.shard(of: bytes)]
        let pages = shard.words.index(of: bytes).map { shard.postings.values[shard.postings[$0]] } ?? []
        #expect(pages.map(Int.init) == bodies.indices.filter { bodies[$0].contains(word) }, "\(word)")
        #expect(names.shards.range(beginningWith: bytes.prefix(2)).contains(names.shards.shard(of: bytes)))
      }
    }
  }

  @Test func `the twin of a file has its bytes in base 64`() {
    #expect(
      text(ScriptTwin.script(name: "a.bin", bytes: Array("Rutter".utf8))) == "rutterFile(\"a.bin\",\"UnV0dGVy\")\n")
    #expect(text(ScriptTwin.script(name: "a", bytes: Array("Rutt".utf8))) == "rutterFile(\"a\",\"UnV0dA==\")\n")
    #expect(text(ScriptTwin.script(name: "a", bytes: Array("Rutte".utf8))) == "rutterFile(\"a\",\"UnV0dGU=\")\n")
    #expect(text(ScriptTwin.script(name: "a", bytes: [])) == "rutterFile(\"a\",\"\")\n")
  }
}
