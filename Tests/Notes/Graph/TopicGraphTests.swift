import Testing

@testable import Notes

@Suite("The graph of topics")
struct TopicGraphTests {
  @Test("has relations of front matter, of first sentences and of what is needed first")
  func relations() {
    let site = SmallSite([
      "docker/volume.md":
        "---\ntitle: Volume\npart-of: Engine\ncontrasts: [Bind mount]\n---\n\nA volume is a storage area that lives on.",
      "docker/bind-mount.md":
        "# Bind mount\n\nA bind mount is a mount.\n\n## Before you begin\n\nRead [volumes](volume.md).",
      "docker/engine.md": "# Engine\n\nRuns containers.",
      "docker/mount.md": "# Mount\n\nMounts show files.",
    ])
    #expect(
      Self.lines(site.knowledge) == [
        "Bind mount is-a Mount", "Bind mount requires Volume", "Bind mount links Volume",
        "Volume part-of Engine", "Volume contrasts Bind mount",
      ])
  }

  @Test("goes out from the topic of a section, not from its page")
  func sections() {
    let site = SmallSite([
      "notes/engine.md": """
      # Engine

      - Parts:
          - piston: moves up and down, driven by a [[Spark]]
          - valve: lets gas in
          - cylinder
      - Fuels:
          - petrol: burns
          - diesel: burns, too
      """,
      "notes/spark.md": "# Spark\n\nIt ignites.",
    ])
    let (knowledge, ids) = (site.knowledge, TopicIDs(site.knowledge.topics, site.knowledge.index))
    let spark = knowledge.topics(called: "Spark")
    #expect(spark.count == 1)
    let sources = spark.flatMap { knowledge.graph.edges(to: $0) }.filter { $0.kind == .links }.map { ids[$0.from] }
    #expect(sources.count == 1 && sources[0].hasSuffix("piston"), "\(sources)")
  }

  @Test("tells of relations to nothing")
  func faults() {
    let site = SmallSite(["a.md": "---\nrequires: Nowhere\n---\nText"])
    #expect(site.knowledge.relationFaults.map(\.reason) == [.unknown])
  }

  @Test(
    "knows plurals",
    arguments: [
      ("volumes", "volume"), ("policies", "policy"), ("classes", "class"), ("ls", "ls"),
      ("ingress", "ingress"), ("status", "status"), ("boxes", "box"), ("bind mounts", "bind mount"),
    ])
  func singular(_ plural: String, _ singular: String) {
    #expect(EnglishPlural.singular(plural) == singular)
  }

  @Test("counts repeats once, and knows both directions")
  func directions() {
    let graph = TopicGraph(
      [
        Edge(from: 1, to: 0, .mentions, .text, at: 9), Edge(from: 1, to: 0, .mentions, .text, at: 4),
        Edge(from: 2, to: 0, .links, .text, at: 1), Edge(from: 2, to: 2, .links, .text, at: 1),
      ], count: 3)
    #expect(graph.edges.count == 2)
    #expect(graph.edges(to: 0).map(\.from) == [1, 2])
    #expect(graph.edges(from: 1).map(\.count) == [2])
    #expect(graph.edges(from: 1).map(\.place) == [4])
    #expect(graph.edges(from: 0).isEmpty)
  }

  private static func lines(_ knowledge: KnowledgeBase) -> [String] {
    knowledge.graph.edges.map {
      "\(knowledge.topics[$0.from].name) \($0.kind.name) \(knowledge.topics[$0.to].name)"
    }
  }
}
