/// How the topics of a site are connected.
public struct TopicGraph: Sendable {
  /// All connections, by the topic that they go out from, then by kind, then by the other topic; one of a kind between two
  /// topics.
  public let edges: [Edge]
  /// Where each topic's outgoing edges start in `edges`, and their number at the end.
  private let starts: [Int]
  /// The edges by the topic that they lead to, as places in `edges`.
  private let incoming: [Int32]
  private let incomingStarts: [Int]

  /// The graph of `count` topics with these connections. Those of a topic with itself are left out.
  init(_ found: [Edge], count: Int) {
    let edges = Self.unique(found)
    self.edges = edges
    starts = Self.starts(edges.lazy.map(\.from), count: count)
    let order = edges.indices.sorted { (edges[$0].to, $0) < (edges[$1].to, $1) }
    incoming = order.map { Int32($0) }
    incomingStarts = Self.starts(order.lazy.map { edges[$0].to }, count: count)
  }

  /// The connections that go out from a topic, by kind.
  public func edges(from topic: Int) -> ArraySlice<Edge> {
    edges[starts[topic]..<starts[topic + 1]]
  }

  /// The connections that lead to a topic, by where they come from.
  public func edges(to topic: Int) -> [Edge] {
    incoming[incomingStarts[topic]..<incomingStarts[topic + 1]].map { edges[Int($0)] }
  }

  /// How many connections lead to a topic.
  public func inDegree(of topic: Int) -> Int {
    incomingStarts[topic + 1] - incomingStarts[topic]
  }

  /// The edges in order, those of a kind between two topics made one: the first place, and all their counts.
  private static func unique(_ found: [Edge]) -> [Edge] {
    let sorted = found.filter { $0.from != $0.to }.sorted { key($0) < key($1) }
    var unique: [Edge] = []
    unique.reserveCapacity(sorted.count)
    for edge in sorted {
      if let last = unique.last, last.from == edge.from, last.to == edge.to, last.kind == edge.kind {
        unique[unique.count - 1] = Edge(
          from: last.from, to: last.to, last.kind, last.origin, count: last.count + edge.count, at: last.place)
      } else {
        unique.append(edge)
      }
    }
    return unique
  }

  private static func key(_ edge: Edge) -> (Int, UInt8, Int, UInt8, Int) {
    (edge.from, edge.kind.rawValue, edge.to, edge.origin.rawValue, edge.place)
  }

  /// For topics in ascending order, where each number below `count` begins.
  private static func starts(_ topics: some Sequence<Int>, count: Int) -> [Int] {
    var starts = [Int](repeating: 0, count: count + 1)
    for topic in topics { starts[topic + 1] += 1 }
    for topic in 0..<count { starts[topic + 1] += starts[topic] }
    return starts
  }
}
