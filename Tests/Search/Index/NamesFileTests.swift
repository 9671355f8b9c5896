import Search
import Testing

@Suite("Names file")
struct NamesFileTests {
  private let names: NamesFile

  init() throws {
    names = try NamesFile(SampleIndex.index.files[0].bytes)
  }

  /// The page of a path.
  private func page(_ path: String) throws -> Int {
    try #require((0..<names.pageCount).first { text(names.path(of: $0)) == path })
  }

  /// The texts that have a term, each with its position in it.
  private func places(of word: String) throws -> [String] {
    let term = try #require(names.terms.index(of: Array(word.utf8)[...]))
    return names.postings.values[names.postings[term]].map { place in
      let found = names.text(at: Int(place))
      return "\(names.field(of: found)) \(text(names.spelled(found).bytes)) \(names.position(at: Int(place)))"
    }
  }

  @Test func `pages stand in the order of their addresses`() {
    #expect(
      (0..<names.pageCount).map { text(names.path(of: $0)) } == [
        "", "docker/volume/", "kubernetes/persistent-volume-claim/",
      ])
  }

  @Test func `a page keeps its texts and classes`() throws {
    let page = try page("kubernetes/persistent-volume-claim/")
    #expect(text(names.spelled(names.title(of: page)).bytes) == "PersistentVolumeClaim")
    let definition = try #require(names.definition(of: page))
    #expect(text(names.spelled(definition).bytes) == "A request for storage (by a user), e.g. 5 GiB.")
    #expect(text(names.kinds[names.kind(of: page)]) == "object")
    #expect(text(names.domains[names.domain(of: page)]) == "kubernetes")
  }

  @Test func `words are found in texts at their positions`() throws {
    #expect(
      try places(of: "claim") == [
        "path kubernetes/persistent-volume-claim 3", "alias volume claim 1", "inbound the claim's modes 1",
      ])
    #expect(try places(of: "gib") == ["definition A request for storage (by a user), e.g. 5 GiB. 10"])
    #expect(try places(of: "rwo") == ["topic RWO 0"])
  }

  @Test func `parts of compounds lead to their terms`() throws {
    let parts = (0..<names.partCount).map { "\(text(names.terms[names.partTerm($0)])): \(text(names.part($0)))" }
    #expect(
      parts == [
        "gib: gi", "persistentvolumeclaim: persistent", "persistentvolumeclaim: volume", "persistentvolumeclaim: claim",
        "readwriteonce: read", "readwriteonce: write", "readwriteonce: once",
      ])
  }

  @Test func `texts of links say only what titles and other names do not`() throws {
    let inbound = names.texts(of: .inbound).map { text(names.spelled($0).bytes) }
    #expect(inbound == ["the claim's modes"])
    let page = try page("kubernetes/persistent-volume-claim/")
    #expect(names.inboundLinks(of: page) == 2)
  }

  @Test func `equal headings are one text that several sections have`() throws {
    let page = try page("kubernetes/persistent-volume-claim/")
    let sections = Array(names.sections(of: page))
    #expect(
      sections.map { text(names.spelled(names.heading(of: $0)).bytes) } == ["What it is", "Access modes", "What it is"])
    #expect(sections.map { text(names.anchor(of: $0)) } == ["what-it-is", "modes", "what-it-is-1"])
    let holders = names.holders(of: names.heading(of: sections[0]))
    #expect(holders.map { text(names.path(of: names.page(ofHolder: $0))) }.count == 3)
    #expect(holders.map { names.section(ofHolder: $0) } == [0, 1, 3])
  }

  @Test(arguments: [
    ("Access modes", 1), ("`Access` modes", 1), ("What it is", 0), ("Access", nil), ("Access modes of", nil), ("", nil),
    ("*", nil),
  ])
  func `a section is found by the letters of its heading`(heading: String, place: Int?) throws {
    let page = try page("kubernetes/persistent-volume-claim/")
    let first = names.sections(of: page).lowerBound
    #expect(names.section(called: Array(heading.utf8), on: page) == place.map { first + $0 })
  }

  @Test func `other names of a section's topic belong to the section`() {
    let topics = names.texts(of: .topic)
    #expect(topics.map { text(names.spelled($0).bytes) } == ["RWO", "ReadWriteOnce"])
    #expect(topics.map { names.section(ofHolder: names.holders(of: $0).lowerBound) } == [2, 2])
  }

  @Test func `words of a text are marked where they stand`() throws {
    let spelled = names.spelled(names.title(of: try page("docker/volume/")))
    #expect(text(spelled.bytes) == "Volumes, in Docker")
    #expect(spelled.words == [0..<7, 9..<11, 12..<18])
  }

  @Test func `words of texts are in files of their range`() throws {
    #expect(names.shards.count == 1)
    let shard = try WordShard(SampleIndex.index.files[1].bytes, of: names, shard: 0)
    #expect(SampleIndex.index.files[1].name == text(names.shards.name(of: 0)))
    #expect(
      (0..<shard.words.count).map { text(shard.words[$0]) } == [
        "about", "all", "claim", "resources", "spec", "spec.resources", "storage",
      ])
    let storage = try #require(shard.words.index(of: Array("storage".utf8)[...]))
    #expect(shard.postings.values[shard.postings[storage]] == [0, 1, 2])
    let impacts = shard.impacts[shard.postings[storage]]
    #expect(impacts[impacts.startIndex + 1] > impacts[impacts.startIndex + 2])
  }
}
