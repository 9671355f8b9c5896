import TestSupport
import Testing

@testable import Notes

@Suite("Relations in front matter")
struct RelationTests {
  private static let around = [
    (
      "docker/volume.md", "---\ntitle: Volume\naliases: [named volume]\n---\nKeeps data.\n\n## Backups {#save}\n\nText."
    ),
    ("docker/sub/deep.md", "# Deep"), ("kubernetes/volume.md", "# Volume"), ("kubernetes/pod.md", "# Pod"),
    ("docker/draft.md", "---\ntitle: Half done\ndraft: true\n---\nText"),
    ("left/same.md", "# Same"), ("right/same.md", "# Same"),
  ]

  @Test(
    "lead to a name, a path, a section",
    arguments: [
      ("Volume", "docker/volume"), ("named-volume", "docker/volume"), ("'[[Volume]]'", "docker/volume"),
      ("'[[Volume|it]]'", "docker/volume"), ("'[[Volume#Backups]]'", "docker/volume"), ("Volume#save", "docker/volume"),
      ("'[[#Own]]'", "itself"), ("volume.md", "docker/volume"), ("docker/volume.md", "docker/volume"),
      ("docker/volume", "docker/volume"), ("/kubernetes/volume.md", "kubernetes/volume"),
      ("../kubernetes/pod", "kubernetes/pod"),
      ("sub/deep.md#x", "unknown"), ("sub/deep", "docker/sub/deep"), ("Volume#Nowhere", "unknown"), ("Vol", "unknown"),
      ("Half done", "draft docker/draft.md"), ("docker/draft.md", "draft docker/draft.md"), ("Here", "itself"),
      ("Same", "ambiguous left/same"), ("'#'", "unknown"), ("'../../..'", "unknown"),
    ])
  func targets(_ written: String, _ expected: String) {
    let site = SmallSite(
      Self.around + [("docker/here.md", "---\ntitle: Here\nsee: [\(written)]\n---\nText.\n\n## Own\n\nText.")])
    let (knowledge, ids) = (site.knowledge, TopicIDs(site.knowledge.topics, site.knowledge.index))
    let from = knowledge.topics(called: "docker/here")[0]
    let found = knowledge.graph.edges(from: from).filter { $0.kind == .see }.map { ids[$0.to] }
    let fault = knowledge.relationFaults.map { fault in
      switch fault.reason {
      case .unknown: "unknown"
      case .ambiguous: "ambiguous "
      case .itself: "itself"
      case .draft(let path): "draft " + path
      }
    }
    #expect((fault + found).joined() == expected)
  }

  @Test("of a note with the name of another thing lead to the other thing")
  func namesake() {
    let site = SmallSite([
      "docker/volume.md": "---\ntitle: Volume\ncontrasts: Volume\n---\nText", "kubernetes/volume.md": "# Volume",
    ])
    #expect(site.knowledge.relationFaults.isEmpty)
    #expect(site.knowledge.graph.edges.map(\.to) == [1])
  }

  @Test("however they are written, edges are unique and have both ends")
  func hostile() {
    let pieces = [
      "Volume", "Pod", "#", "[[", "]]", "|", "/", "..", ".md", "docker/volume", " ", "\"", "'", "\u{0}", "é", "$", "[",
      "]",
      ",", ": ", "\n  - ", "---", "&a", "*a", "%2e", "\\",
    ]
    for var random in Random.series(400) {
      let keys = FrontMatter.Relation.Kind.allCases.map(\.rawValue)
      let lines = (0..<3).map { _ in "\(random.pick(keys)): \(random.text(of: pieces, upTo: 6))\n" }.joined()
      let site = SmallSite(Self.around + [("docker/here.md", "---\ntitle: Here\n" + lines + "---\nText")])
      let edges = site.knowledge.graph.edges
      let keysOfEdges = edges.map { "\($0.from) \($0.kind) \($0.to)" }
      #expect(Set(keysOfEdges).count == edges.count, "seed \(random.seed)")
      #expect(
        edges.allSatisfy { $0.from != $0.to && max($0.from, $0.to) < site.knowledge.topics.count },
        "seed \(random.seed)")
      _ = site.findings
    }
  }
}
