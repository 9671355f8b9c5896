import Notes
import TestSupport
import Testing

@testable import Pages

@Suite("The map")
struct TopicMapTests {
  @Test(
    "has parts below what they are parts of, and circles opened",
    arguments: [
      ([nil, 0, 1], [-1, 0, 1]), ([1, 0], [-1, 0]), ([0], [-1]), ([2, 0, 1, 2], [-1, 0, 1, 1]),
      ([nil, 2, 3, 1, 1], [-1, -1, 3, 1, 1]),
      // What is deeper than allowed stands beside the last that is not.
      ([nil, 0, 1, 2, 3, 4, 5], [-1, 0, 1, 1, 1, 1, 1]),
    ] as [([Int?], [Int32])])
  func parents(_ wholes: [Int?], _ expected: [Int32]) {
    #expect(PartTree.parents(count: wholes.count, deepest: 2) { wholes[$0] } == expected)
  }

  @Test("is a tree whatever notes say, and a large one is made at once")
  func trees() {
    var random = Random(seed: 5)
    for count in [1, 2, 5, 9, 30] {
      for _ in 0..<200 {
        let wholes = (0..<count).map { _ in random.int(0...2) == 0 ? nil : random.int(0...count - 1) }
        let parents = PartTree.parents(count: count, deepest: 5) { wholes[$0] }
        for topic in 0..<count {
          var (at, steps) = (topic, 0)
          while parents[at] >= 0 { (at, steps) = (Int(parents[at]), steps + 1) }
          #expect(steps <= 5)
        }
      }
    }
    let chain = PartTree.parents(count: 200_000, deepest: 5) { $0 == 0 ? nil : $0 - 1 }
    #expect(chain[100_000] >= 0)
    #expect(PartTree.parents(count: 200_000, deepest: 5) { ($0 + 1) % 200_000 }[0] == -1)
  }

  @Test("lists each domain in order, and gives a large site a page for each")
  func domains() throws {
    let small = try RenderedSite([
      "index.md": "# Home", "a/index.md": "# Alpha", "a/x.md": "---\ntitle: X\npart-of: Y\n---\n", "a/y.md": "# Y",
      "b/z.md": "# Z", "loose.md": "# Loose",
    ])
    let map = small.site.map
    #expect(map.domains.map(\.name) == ["Alpha", "B", "Other topics"])
    let names = map.entries(of: 0).map { entry in
      small.site.knowledge.topics[entry.topic].name
        + entry.parts.map { " > " + small.site.knowledge.topics[$0.topic].name }.joined()
    }
    #expect(names == ["Y > X"])
    #expect(small.file("map/index.html")?.contains("<a href=\"../a/x/index.html\">X</a>") == true)
    #expect(small.file("sitemap.xml")?.contains("<loc>/map/</loc>") == true)

    let notes = (0..<700).map { ("d\($0 % 7)/n\($0).md", "# N\($0)") }
    let large = try RenderedSite(notes)
    #expect(large.file("map/index.html")?.contains("<a href=\"d3/index.html\">D3</a> <small>100</small>") == true)
    #expect(large.file("map/d3/index.html")?.contains(">N10<") == true)
    #expect(large.file("d3/n3/index.html")?.contains("href=\"../../map/index.html\"") == true)
  }

  @Test("gives way to a note of the site, and is not there for a single note")
  func ownNote() throws {
    let own = try RenderedSite(["map.md": "# My map", "a.md": "# A"])
    #expect(own.file("map/index.html")?.contains("<h1>My map</h1>") == true)
    #expect(!own.site.map.isPublished)
    #expect(try RenderedSite(["a.md": "# A"]).file("map/index.html") == nil)
  }
}
