import Testing

@testable import Search

@Suite("Large sites")
struct LargeSiteTests {
  @Test func `a definition is cut behind a word`() {
    let limits = TextLimits(definition: 20, headings: 1)
    #expect(limits.cut("A short definition.") == "A short definition.")
    #expect(limits.cut("A definition that is longer") == "A definition that …")
    #expect(limits.cut("Größegrößegrößegrößegröße") == "Größegrößegrö …")
  }

  @Test func `definitions are dropped before headings, and headings before titles`() {
    let heading = SearchDocument.Heading(text: String(repeating: "h", count: 100), anchor: "h")
    func limits(pages: Int) -> TextLimits {
      let page = SearchDocument(
        path: "p/", title: "P", definition: String(repeating: "d", count: 200),
        headings: Array(repeating: heading, count: 40), words: BodyWords())
      return TextLimits.fitting(Array(repeating: page, count: pages))
    }
    #expect(limits(pages: 100).definition == 160)
    #expect(limits(pages: 1220).definition == 80)
    #expect(limits(pages: 1300).definition == 0)
    #expect(limits(pages: 1300).headings == 32)
    #expect(limits(pages: 10_000).headings == 4)
    #expect(limits(pages: 20_000).headings == 0)
  }

  @Test func `what is left out of the names file is found as the page's text is`() throws {
    let limits = TextLimits(definition: 0, headings: 1)
    let page = SearchDocument(
      path: "p/", title: "P", definition: "A marvel",
      headings: [.init(text: "First", anchor: "first"), .init(text: "Second", anchor: "second")],
      words: BodyWords(html: "<p>body</p>".utf8.span))
    var found: [String] = []
    limits.rest(of: page)?.forEach { bytes, word, _ in found.append(text(word.map { bytes[$0] })) }
    #expect(found == ["marvel", "second"])
    #expect(TextLimits.all[0].rest(of: page) == nil)
  }

  @Test func `a page has a word once, in its text and in what was left out`() {
    var index = BodyIndex(Impact(lengths: [1]))
    index.add(BodyWords(text: "pod pod".utf8.span), page: 3)
    index.add(BodyWords(text: "pod".utf8.span), page: 3)
    index.add(BodyWords(text: "pod".utf8.span), page: 7)
    var postings: [Int] = []
    index.postings.forEach(of: 0) { distance, _ in postings.append(distance) }
    #expect(postings == [3, 3])
  }

  @Test func `postings are read as they were added, however many there are`() {
    var lists = PostingLists()
    let pages = (0..<3000).map { $0 * $0 % 7 + $0 * 9 }
    for page in pages {
      for word in 0..<3 where page % (word + 1) == 0 { lists.append(word, page: page, impact: page % 16) }
    }
    for word in 0..<3 {
      let expected = pages.filter { $0 % (word + 1) == 0 }
      var (found, last) = ([Int](), -1)
      lists.forEach(of: word) { distance, impact in
        last += distance + 1
        #expect(impact == last % 16)
        found.append(last)
      }
      #expect(found == expected && lists.count(of: word) == expected.count)
    }
  }

  @Test func `atoms beyond those of one and two bytes have three`() throws {
    for count in [10, 255, 256, 42_000] {
      var split = CodeSplit(atoms: count)
      split.assign(Array(0..<count))
      let codes = (0..<count).map { split.code($0) }
      #expect(Set(codes).count == count)
      #expect(codes.allSatisfy { code in code >> (((code >> 24) - 1) * 8) & 0xFF != 0 })
    }
    let words = (0..<42_300).map { "w\($0)" }
    let documents = stride(from: 0, to: words.count, by: 45).map { start in
      SearchDocument(path: "p\(start)/", title: words[start..<start + 45].joined(separator: " "), words: BodyWords())
    }
    let names = try NamesFile(SearchIndex(documents).files[0].bytes)
    #expect(names.terms.count > 42_300)
    #expect((0..<names.pageCount).map { text(names.spelled($0).bytes) }.sorted() == documents.map(\.title).sorted())
  }

  @Test func `words of many pages are cut into files of about the same size`() throws {
    let documents = (0..<400).map { page in
      let words = (0..<300).map { "w\(($0 * 7919 + page * 104_729) % 20_011)x" }
      return SearchDocument(
        path: "p\(page)/", title: "P", words: BodyWords(text: words.joined(separator: " ").utf8.span))
    }
    let files = SearchIndex(documents).files
    let names = try NamesFile(files[0].bytes)
    let sizes = (0..<names.shards.count).map { files[$0 + 1].bytes.count }
    #expect(names.shards.count > 30)
    #expect(sizes.allSatisfy { $0 < 20_000 } && sizes.dropLast().allSatisfy { $0 > 1_000 }, "\(sizes)")
    for shard in 0..<names.shards.count {
      let words = try WordShard(files[shard + 1].bytes, of: names, shard: shard).words
      #expect((0..<words.count).allSatisfy { names.shards.shard(of: words[$0]) == shard })
    }
  }
}
