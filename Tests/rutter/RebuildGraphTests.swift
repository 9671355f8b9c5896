import Docker
import Source
import Testing

@testable import rutter

@Suite("What is built again when a line changes")
struct RebuildGraphTests {
  /// For a line of a Dockerfile, the lines that are built again, and those that are if files differ.
  private static func rebuilt(by line: Int, in text: String) throws -> [[Int]] {
    let plan = BuildPlan(of: Dockerfile(parsing: SourceText(path: "Dockerfile", bytes: Array(text.utf8))))
    let graph = try #require(RebuildGraph(plan))
    // Each instruction is one line in these.
    let node = try #require(graph.nodes.firstIndex { $0.instruction == line - 1 })
    let rebuilt = graph.rebuilt(by: node)
    return [rebuilt.surely.map { $0 + 1 }, rebuilt.perhaps.map { $0 + 1 }]
  }

  @Test(arguments: [
    ("all later layers", 2, "FROM a\nRUN b\nLABEL c=d\nCOPY e /\nRUN f", [[4, 5], []]),
    ("all layers of a base", 1, "FROM a\nCOPY b /\nWORKDIR /c", [[2, 3], []]),
    ("a linked copy stands alone", 2, "FROM a\nRUN b\nCOPY --link c /\nRUN d", [[4], []]),
    ("what stands on a linked copy", 2, "FROM a\nCOPY --link b /\nCOPY c /\nRUN d", [[3, 4], []]),
    ("a mode makes it an ordinary one", 2, "FROM a\nRUN b\nCOPY --link --chmod=644 c /", [[3], []]),
    ("an ARG touches each RUN behind it", 2, "FROM a\nARG b\nCOPY c /\nRUN d\nCOPY e /", [[4, 5], []]),
    ("an ENV touches what names it", 2, "FROM a\nENV b=c\nCOPY d /\nWORKDIR $b\nCOPY e /", [[4, 5], []]),
    ("a user touches WORKDIR, but not COPY", 2, "FROM a\nUSER b\nCOPY c /\nWORKDIR /d", [[4], []]),
    ("a shell touches RUN", 2, "FROM a\nSHELL [\"b\"]\nCOPY c /\nRUN d", [[4], []]),
    ("files of another stage", 2, "FROM a AS b\nRUN c\nFROM d\nCOPY --from=b e /\nRUN f", [[], [4, 5]]),
    ("mounted files of another stage", 2, "FROM a AS b\nRUN c\nFROM d\nRUN --mount=from=b,target=/e f", [[], [4]]),
    ("a stage on another", 2, "FROM a AS b\nRUN c\nFROM b\nRUN d", [[4], []]),
  ])
  func graph(what: String, line: Int, text: String, expected: [[Int]]) throws {
    #expect(try Self.rebuilt(by: line, in: text) == expected, "\(what)")
  }

  @Test func `of a great many of steps nothing is told`() {
    let text = "FROM a\n" + String(repeating: "RUN b\n", count: RebuildGraph.limit + 1)
    let plan = BuildPlan(of: Dockerfile(parsing: SourceText(path: "Dockerfile", bytes: Array(text.utf8))))
    #expect(RebuildGraph(plan) == nil)
  }
}
