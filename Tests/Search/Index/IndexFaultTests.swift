import Search
import TestSupport
import Testing

@Suite("Faults in an index")
struct IndexFaultTests {
  /// A names file and a file of body words that are small enough to try everything on them.
  private static let small = SearchIndex([
    SearchDocument(
      path: "a/pod/", title: "PodSet", definition: "A é.",
      headings: [.init(text: "A", anchor: "a"), .init(text: "B", anchor: "x", names: ["b"])], inbound: ["set"],
      words: BodyWords(html: "<p>one two</p>".utf8.span)),
    SearchDocument(
      path: "a/b/", title: "Set", headings: [.init(text: "A", anchor: "a")],
      words: BodyWords(html: "<p>two three</p>".utf8.span)),
  ])

  /// Reads all that a names file says.
  private static func readAll(_ bytes: [UInt8]) throws(IndexFault) {
    let names = try NamesFile(bytes)
    for text in 0..<names.texts.count {
      _ = names.spelled(text)
      for holder in names.holders(of: text) { _ = names.path(of: names.page(ofHolder: holder)) }
    }
    for section in 0..<names.sectionCount { _ = names.anchor(of: section) }
    for page in 0..<names.pageCount {
      _ = (names.kinds[names.kind(of: page)], names.domains[names.domain(of: page)])
    }
    for place in names.postings.values { _ = names.position(at: Int(place)) }
    for shard in 0..<names.shards.count { _ = names.shards.name(of: shard) }
  }

  private static func fault(_ body: () throws(IndexFault) -> Void) -> IndexFault? {
    do throws(IndexFault) {
      try body()
      return nil
    } catch {
      return error
    }
  }

  @Test func `a names file in which any byte is another one is refused`() {
    let bytes = Self.small.files[0].bytes
    for index in bytes.indices {
      var changed = bytes
      for value in UInt8.min...UInt8.max where value != bytes[index] {
        changed[index] = value
        #expect(Self.fault { () throws(IndexFault) in _ = try NamesFile(changed) } != nil, "byte \(index): \(value)")
      }
    }
  }

  @Test(arguments: 0..<8)
  func `a names file with any byte changed and its checksum right is read or refused at a place`(part: Int) {
    let bytes = Self.small.files[0].bytes
    for index in bytes.indices where index % 8 == part {
      for value in UInt8.min...UInt8.max {
        var changed = bytes
        changed[index] = value
        IndexFormat.seal(&changed)
        let fault = Self.fault { () throws(IndexFault) in try Self.readAll(changed) }
        #expect((0...bytes.count).contains(fault?.offset ?? 0))
      }
    }
  }

  @Test func `a names file that is cut short is refused`() {
    let bytes = Self.small.files[0].bytes
    for count in bytes.indices {
      var cut = Array(bytes.prefix(count))
      #expect(Self.fault { () throws(IndexFault) in _ = try NamesFile(cut) } != nil)
      IndexFormat.seal(&cut)
      #expect(Self.fault { () throws(IndexFault) in _ = try NamesFile(cut) } != nil)
    }
  }

  @Test func `a file of body words in which any byte is another one is refused, whatever its checksum`() throws {
    let names = try NamesFile(Self.small.files[0].bytes)
    let bytes = Self.small.files[1].bytes
    for index in bytes.indices {
      var changed = bytes
      for value in UInt8.min...UInt8.max where value != bytes[index] {
        changed[index] = value
        let fault = Self.fault { () throws(IndexFault) in _ = try WordShard(changed, of: names, shard: 0) }
        #expect(fault != nil)
        let checksum = IndexFormat.checksum(changed)
        let other = Self.fault { () throws(IndexFault) in _ = try WordShard(changed, pages: 2, checksum: checksum) }
        #expect((0...bytes.count).contains(other?.offset ?? 0))
      }
    }
  }

  @Test func `a file of body words that is cut short is refused`() {
    let bytes = Self.small.files[1].bytes
    for count in bytes.indices {
      let cut = Array(bytes.prefix(count))
      let fault = Self.fault { () throws(IndexFault) in
        _ = try WordShard(cut, pages: 2, checksum: IndexFormat.checksum(cut))
      }
      #expect(fault != nil, "the first \(count) bytes")
    }
  }

  @Test func `a file of body words that another build has left over is refused`() throws {
    let names = try NamesFile(Self.small.files[0].bytes)
    let fault = Self.fault { () throws(IndexFault) in
      _ = try WordShard(SampleIndex.index.files[1].bytes, of: names, shard: 0)
    }
    #expect(fault?.kind == .checksum)
    #expect(fault?.part == .shard)
  }

  @Test func `a file of another format is refused`() {
    var bytes = Self.small.files[0].bytes
    bytes[4] += 1
    #expect(Self.fault { () throws(IndexFault) in _ = try NamesFile(bytes) }?.kind == .version)
    #expect(Self.fault { () throws(IndexFault) in _ = try NamesFile(Self.small.files[1].bytes) }?.kind == .notAnIndex)
    #expect(Self.fault { () throws(IndexFault) in _ = try NamesFile([]) }?.kind == .notAnIndex)
  }

  @Test func `the seeds that are mutated elsewhere are files of this format`() throws {
    let seeds = Repository.path("Tests/Fuzz/Seeds/")
    let names = try NamesFile(#require(Repository.bytes(seeds + "names_file_is_read_or_refused/knots.bin")))
    let words = try #require(Repository.bytes(seeds + "word_shard_is_read_or_refused/knots.bin"))
    #expect(try WordShard(words, of: names, shard: 0).words.count > 10)
  }
}
