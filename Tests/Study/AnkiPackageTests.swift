import Source
import TestSupport
import Testing

@testable import Study

@Suite("Packages for Anki change where cards do")
struct AnkiPackageTests {
  private static func notes(_ text: String) -> [AnkiNote] {
    let site = StudySite(["docker/a.md": "---\ntags: [two words]\ndomain: docker\n---\n# A\n\n" + text])
    return AnkiNote.all(of: site.deck, in: site.knowledge, title: "My::site")
  }

  /// The dates of the notes in a package, by their first fields.
  private static func dates(_ package: [UInt8]) throws -> [String: Int] {
    let database = try Database()
    try database.load(try #require(ZipFile.entry("collection.anki2", in: package)))
    let rows = try database.rows(of: "SELECT sfld, mod FROM notes")
    return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], Int($0[1]) ?? 0) })
  }

  @Test func `notes have decks, tags and fields`() {
    let notes = Self.notes("one :: two\n\n==a::b== {{c1::x}} ==c==")
    #expect(notes.map(\.deck) == ["My:site::docker", "My:site::docker"])
    #expect(notes[0].tags == ["rutter", "question", "docker", "two-words"])
    #expect(notes[0].fields == ["one", "two", "A"])
    #expect(notes[1].fields[0] == "{{c1::a:&#58;b}} {&#123;c1::x}&#125; {{c2::c}}")
    #expect(notes[1].cards == 2)
    #expect(Set(notes.map(\.guid)).count == 2)
  }

  @Test func `an unchanged note keeps its date, any other moves on`() throws {
    let first = try AnkiPackage.bytes(of: Self.notes("one :: two\n\nthree :: four"), media: [], newest: 2_000_000_000)
    #expect(try Self.dates(first) == ["one": 2_000_000_000, "three": 2_000_000_000])
    let same = try AnkiPackage.bytes(
      of: Self.notes("one :: two\n\nthree :: four"), media: [], previous: first, newest: 2_000_000_009)
    #expect(same == first)
    let changed = Self.notes("one :: 2\n\nthree :: four\n\nfive :: six")
    let later = try AnkiPackage.bytes(of: changed, media: [], previous: first, newest: 2_000_000_009)
    #expect(try Self.dates(later) == ["one": 2_000_000_009, "three": 2_000_000_000, "five": 2_000_000_009])
    let earlier = try AnkiPackage.bytes(of: changed, media: [], previous: first, newest: 1)
    #expect(try Self.dates(earlier) == ["one": 2_000_000_001, "three": 2_000_000_000, "five": 2_000_000_001])
  }

  @Test func `what is no package says nothing`() throws {
    let notes = Self.notes("one :: two")
    let package = try AnkiPackage.bytes(of: notes, media: [("a.png", [1, 2])], newest: 5)
    for var random in Random.series(200) {
      var broken = package
      for _ in 0..<random.int(1...20) { broken[random.int(0...broken.count - 1)] = UInt8(random.int(0...255)) }
      broken.removeLast(random.int(0...broken.count - 1))
      _ = try AnkiPackage.bytes(of: notes, media: [], previous: broken, newest: 5)
    }
    #expect(ZipFile.entry("1", in: package) == nil)
    #expect(ZipFile.entry("0", in: package) == [1, 2])
    #expect(ZipFile.entry("media", in: package) == Array("{\"0\":\"a.png\"}".utf8))
  }

  @Test func `a checksum is that of the standard`() {
    #expect(ZipFile.checksum(Array("123456789".utf8)) == 0xCBF4_3926)
    #expect(ZipFile.checksum([]) == 0)
  }
}
