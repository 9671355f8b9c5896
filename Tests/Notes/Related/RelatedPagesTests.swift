import TestSupport
import Testing

@testable import Notes

@Suite("Related pages")
struct RelatedPagesTests {
  private static let site = SmallSite([
    "docker/volume.md":
      "---\ntitle: Volume\ncontrasts: [Tmpfs]\n---\n\nPersistent storage area that outlives containers, kept by the engine.",
    "docker/bind.md": "# Bind mount\n\nPersistent storage area of the host. See [volumes](volume.md).",
    "docker/tmpfs.md": "# Tmpfs\n\nFast and forgetful.",
    "istio/mesh.md": "# Mesh\n\nProxies route requests between workloads.",
    "istio/proxy.md": "# Proxy\n\nProxies route requests between workloads. The mesh is made of proxies.",
    "index.md": "# Home\n\nPersistent storage area, proxies route requests.",
  ])

  private static func related(to path: String) -> [(String, [String])] {
    let knowledge = site.knowledge
    guard let note = knowledge.notes.firstIndex(where: { $0.path.path == path }) else { return [] }
    return knowledge.related[note].map { related in
      (knowledge.notes[related.note].title, related.reasons.map { $0.words(knowledge.topics) })
    }
  }

  @Test("begin with what the author says, then what is alike")
  func order() {
    #expect(Self.related(to: "docker/volume.md").map(\.0) == ["Tmpfs", "Bind mount"])
    #expect(Self.related(to: "istio/mesh.md").map(\.0) == ["Proxy"])
  }

  @Test("tell why")
  func reasons() {
    #expect(
      Self.related(to: "docker/volume.md").map(\.1) == [
        ["contrasts with", "same section"], ["links to this page", "same section"],
      ])
    #expect(Self.related(to: "docker/bind.md").first?.1 == ["linked from this page", "same section"])
  }

  @Test("name the topics that both pages name")
  func sharedTopics() {
    let site = SmallSite([
      "a.md": "# One\n\n[Disk](disk.md) and [Net](net.md).", "b.md": "# Two\n\n[Disk](disk.md) and [Net](net.md).",
      "disk.md": "# Disk\n\nSpins.", "net.md": "# Net\n\nHums.",
    ])
    let first = site.knowledge.related[0].first { $0.note == 1 }
    #expect(first?.reasons.first == .sharedTopics([2, 3]))
    #expect(first?.reasons.first?.words(site.knowledge.topics) == "shares: Disk, Net")
  }

  @Test("are never the page itself nor the home page, each comes once, the best first, with a reason")
  func invariants() {
    for var random in Random.series(60) {
      let site = RandomSite.make(&random)
      for (note, related) in site.knowledge.related.enumerated() {
        let notes = related.map(\.note)
        #expect(!notes.contains(note) && Set(notes).count == notes.count, "seed \(random.seed)")
        #expect(!notes.contains { site.knowledge.index.addresses[$0].isHome }, "seed \(random.seed)")
        #expect(zip(related, related.dropFirst()).allSatisfy { $0.score >= $1.score }, "seed \(random.seed)")
        #expect(related.allSatisfy { !$0.reasons.isEmpty && $0.score.isFinite }, "seed \(random.seed)")
      }
    }
  }

  @Test(
    "know a word in any case and in the plural",
    arguments: [("Volumes", "volume"), ("IMAGES", "image"), ("class", "CLASS")])
  func wordHash(_ one: String, _ other: String) {
    #expect(WordHash(one) == WordHash(other))
    #expect(WordHash("volume") != WordHash("volute") && WordHash("class") != WordHash("clas"))
  }

  @Test(
    "are compared by words, not by tags and entities",
    arguments: [
      ("<p class=\"x\">Hello&nbsp;my <b>world</b>&amp;co 42 3d</p>", ["Hello", "my", "world", "co", "3d"]),
      ("a &lt; b <unclosed word", []), ("über naïve", ["über", "naïve"]),
    ])
  func words(_ html: String, _ expected: [String]) {
    let bytes = html.utf8.span
    var scanner = WordScanner(isHTML: true)
    var words: [String] = []
    while let word = scanner.next(in: bytes) {
      words.append(String(decoding: Array(html.utf8)[word.range], as: UTF8.self))
    }
    #expect(words == expected)
  }

  @Test(
    "know the logarithm", arguments: [(1.0, 0.0), (2.0, 0.693_147_180), (10.0, 2.302_585_093), (0.5, -0.693_147_180)])
  func logarithms(_ number: Double, _ expected: Double) {
    #expect(abs(logarithm(number) - expected) < 1e-6)
  }
}
