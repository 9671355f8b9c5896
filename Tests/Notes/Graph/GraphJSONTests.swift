import Testing

@testable import Notes

@Suite("The graph as JSON")
struct GraphJSONTests {
  private let site = SmallSite([
    "index.md": "# Home\n\nSee [[Volume]].",
    "docker/volume.md":
      "---\ntitle: Vol \"ume\"\naliases: [Volume]\nkind: concept\npart-of: Home\n---\n\nA storage area.",
  ])

  @Test("has all topics and connections")
  func whole() {
    let text = String(decoding: GraphJSON.bytes(site.knowledge), as: UTF8.self)
    #expect(
      text == """
        {"version":1,"nodes":[{"id":"docker/volume","name":"Vol \\"ume\\"","aliases":["Volume"],"kind":"concept",\
        "domain":"docker","definition":"A storage area.","url":"docker/volume/","stub":false,"note":"docker/volume.md"},\
        {"id":"/","name":"Home","aliases":[],"kind":null,"domain":null,"definition":"See Volume.","url":"./",\
        "stub":false,"note":"index.md"}],"edges":[{"from":"docker/volume","to":"/","kind":"part-of","count":1,\
        "origin":"front-matter"},{"from":"/","to":"docker/volume","kind":"links","count":1,"origin":"text"}]}

        """)
  }

  @Test("has a neighbourhood alone")
  func neighbourhood() {
    let graph = TopicGraph(
      [
        Edge(from: 0, to: 1, .requires, .frontMatter, at: 0), Edge(from: 2, to: 1, .requires, .frontMatter, at: 0),
        Edge(from: 2, to: 3, .requires, .frontMatter, at: 0), Edge(from: 0, to: 4, .links, .text, at: 0),
      ], count: 5)
    func part(_ depth: Int) -> [Int] { GraphPart(of: graph, kinds: [.requires], around: [0], depth: depth).topics }
    #expect(part(0) == [0])
    #expect(part(1) == [0, 1])
    #expect(part(2) == [0, 1, 2])
    #expect(part(9) == [0, 1, 2, 3])
    #expect(GraphPart(of: graph, kinds: [.requires], around: [0], depth: 2).edges.map(\.from) == [0, 2])
    #expect(GraphPart(of: graph, kinds: [.links]).edges.map(\.to) == [4])
  }

  @Test("calls every kind and origin by a name of its own")
  func names() {
    #expect(Set(Edge.Kind.allCases.map(\.name)).count == Edge.Kind.allCases.count)
    #expect(Edge.Kind.allCases.allSatisfy { Edge.Kind.named($0.name) == $0 })
    #expect(Set(Edge.Kind.allCases.map(\.words)).count == Edge.Kind.allCases.count)
    #expect(Edge.Kind.allCases.allSatisfy { ($0.words.outgoing == $0.words.incoming) == $0.isSymmetric })
    #expect(FrontMatter.Relation.Kind.allCases.allSatisfy { Edge.Kind($0).name == $0.rawValue })
    #expect(Edge.Origin.frontMatter.name == "front-matter")
  }
}
