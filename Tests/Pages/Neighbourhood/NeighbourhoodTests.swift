import Foundation
import Notes
import TestSupport
import Testing

@testable import Pages

@Suite("Neighbourhoods")
struct NeighbourhoodTests {
  private static let notes: [(String, String)] = [
    ("k/pod.md", "---\ntitle: Pod\nrequires: [Node, Image]\ncontrasts: [Container]\n---\nA Pod is a workload."),
    ("k/node.md", "---\ntitle: Node\n---\nRuns a [[Pod]]."), ("k/image.md", "# Image"),
    ("k/container.md", "---\ntitle: Container\npart-of: Pod\ncontrasts: Pod\n---\nRuns."),
    ("k/workload.md", "# Workload\n\nWork that runs."),
    ("k/deployment.md", "---\ntitle: Deployment\nowns: Pod\nnext: Pod\n---\nKeeps a [[Pod]] alive."),
    ("k/lonely.md", "---\ntitle: Lonely\nsee: Pod\n---\nNothing around it."),
  ]

  @Test("have their lanes by relation, and each topic once")
  func lanes() throws {
    let site = try RenderedSite(Self.notes).site
    let topic = try #require(site.knowledge.topics.named("Pod").first)
    let found = try #require(Neighbourhood(of: topic, in: site.knowledge, read: site.order))
    let lines = found.groups.map { group in
      "\(group.lane) \(group.label): " + group.topics.map { site.knowledge.topics[$0].name }.joined(separator: ", ")
    }
    #expect(
      lines == [
        "above is a: Workload", "above owned by: Deployment", "left requires: Node, Image",
        "right contrasts with: Container", "right seen from: Lonely",
      ])
  }

  @Test("are not drawn where there is little to see")
  func little() throws {
    let site = try RenderedSite(Self.notes).site
    let topic = try #require(site.knowledge.topics.named("Lonely").first)
    #expect(Neighbourhood(of: topic, in: site.knowledge, read: site.order) == nil)
  }

  @Test("have twelve topics at most, and the same in the drawing as in the list")
  func drawingAndList() throws {
    var random = Random(seed: 3)
    let keys = ["part-of", "requires", "contrasts", "owns", "next", "see", "selects", "runs-on"]
    let notes: [(String, String)] = (0..<30).map { number in
      let relations = keys.map { key in
        "\(key): [\((0..<random.int(0...2)).map { _ in "\"Topic <\(random.int(0...29))> & more of it\"" }.joined(separator: ", "))]"
      }
      return (
        "t/\(number).md", "---\ntitle: Topic <\(number)> & more of it\n\(relations.joined(separator: "\n"))\n---\n"
      )
    }
    let site = try RenderedSite(notes)
    for number in 0..<30 {
      let page = try #require(site.file("t/\(number)/index.html"))
      let near = try #require(page.components(separatedBy: "<section class=\"near\">").dropFirst().first)
      let parts = near.components(separatedBy: "</section>")[0].components(separatedBy: "</svg>")
      let drawn = Self.links(parts[0])
      let listed = Self.links(parts[1])
      #expect(drawn.count >= 2 && drawn.count <= Neighbourhood.most)
      #expect(drawn.map(\.href) == listed.map(\.href))
      #expect(drawn.map(\.name) == listed.map(\.name))
    }
  }

  /// The links in some HTML: where they lead, and to what; of shortened names the whole.
  private static func links(_ html: String) -> [(href: String, name: String)] {
    html.components(separatedBy: "<a ").dropFirst().map { part in
      let href = part.components(separatedBy: "href=\"")[1].components(separatedBy: "\"")[0]
      let content = part.components(separatedBy: "</a>")[0]
      let title = content.components(separatedBy: "<title>").dropFirst().first?.components(separatedBy: "</title>")[0]
      let text = content.split(separator: ">").last.map { String($0.split(separator: "<")[0]) } ?? ""
      return (href, title ?? text)
    }
  }
}
