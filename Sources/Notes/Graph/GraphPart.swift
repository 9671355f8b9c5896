/// Some topics of a site, and some of the connections between them: what is drawn, or written into a file.
public struct GraphPart: Sendable {
  /// The topics, in ascending order.
  public let topics: [Int]
  /// The connections between them, in the graph's order.
  public let edges: [Edge]

  /// All topics of a graph, and the connections of these kinds.
  public init(of graph: TopicGraph, kinds: Set<Edge.Kind> = Set(Edge.Kind.allCases)) {
    topics = Array(0..<graph.count)
    edges = kinds.count == Edge.Kind.allCases.count ? graph.edges : graph.edges.filter { kinds.contains($0.kind) }
  }

  /// What lies within `depth` connections of these kinds of some topics, in either direction.
  public init(of graph: TopicGraph, kinds: Set<Edge.Kind>, around centre: [Int], depth: Int) {
    var isReached = [Bool](repeating: false, count: graph.count)
    for topic in centre { isReached[topic] = true }
    var reached = centre
    var front = centre
    for _ in 0..<max(depth, 0) where !front.isEmpty {
      var next: [Int] = []
      for topic in front {
        let outgoing = graph.edges(from: topic).lazy.filter { kinds.contains($0.kind) }.map(\.to)
        let incoming = graph.edges(to: topic).lazy.filter { kinds.contains($0.kind) }.map(\.from)
        for other in Array(outgoing) + Array(incoming) where !isReached[other] {
          isReached[other] = true
          next.append(other)
        }
      }
      reached += next
      front = next
    }
    topics = reached.sorted()
    edges = topics.flatMap { topic in
      graph.edges(from: topic).filter { kinds.contains($0.kind) && isReached[$0.to] }
    }
  }
}
