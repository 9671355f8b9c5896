/// How the topics of a site are connected.
public struct TopicGraph: Sendable {
  /// All connections, by the topic that they go out from, then by kind, then by the other topic; one of a kind between two
  /// topics.
  public let edges: [Edge]
  /// How many topics there are.
  public let count: Int
  /// Where each topic's outgoing edges start in `edges`, and their number at the end.
  private let starts: [Int32]
  /// The edges by the topic that they lead to, as places in `edges`.
  private let incoming: [Int32]
  private let incomingStarts: [Int32]

  /// The graph of `count` topics with these connections. Those of a topic with itself are left out, and so are those with
  /// topics that there are not.
  init(_ found: [Edge], count: Int) {
    let edges = Self.unique(found.filter { $0.from != $0.to && $0.from < count && $0.to < count })
    self.edges = edges
    self.count = count
    starts = Self.starts(edges.lazy.map(\.from), count: count)
    incomingStarts = Self.starts(edges.lazy.map(\.to), count: count)
    var next = incomingStarts
    var incoming = [Int32](repeating: 0, count: edges.count)
    for (place, edge) in edges.enumerated() {
      incoming[Int(next[edge.to])] = Int32(place)
      next[edge.to] += 1
    }
    self.incoming = incoming
  }

  /// The connections that go out from a topic, by kind.
  public func edges(from topic: Int) -> ArraySlice<Edge> {
    edges[Int(starts[topic])..<Int(starts[topic + 1])]
  }

  /// The connections that lead to a topic, by where they come from.
  public func edges(to topic: Int) -> [Edge] {
    incoming[Int(incomingStarts[topic])..<Int(incomingStarts[topic + 1])].map { edges[Int($0)] }
  }

  /// How many connections lead to a topic.
  public func inDegree(of topic: Int) -> Int {
    Int(incomingStarts[topic + 1] - incomingStarts[topic])
  }

  /// The edges in order, those of a kind between two topics made one: the first place, and all their counts.
  private static func unique(_ found: [Edge]) -> [Edge] {
    var unique: [Edge] = []
    unique.reserveCapacity(found.count)
    for key in SortKey.sorted(found) {
      let edge = found[Int(key.number)]
      if let last = unique.last, last.from == edge.from, last.to == edge.to, last.kind == edge.kind {
        unique[unique.count - 1] = Edge(
          from: last.from, to: last.to, last.kind, last.origin, count: last.count + edge.count, at: last.place)
      } else {
        unique.append(edge)
      }
    }
    return unique
  }

  /// What edges are sorted by, in two words: comparing tuples of five numbers takes ten times as long.
  private struct SortKey {
    /// Where it goes out, its kind, and where it leads.
    let ends: UInt64
    /// Its origin and its place.
    let source: UInt64
    let number: Int32

    static func sorted(_ edges: [Edge]) -> [SortKey] {
      edges.enumerated().map { number, edge in
        SortKey(
          // 29 bits for each topic leave six for the kind.
          ends: UInt64(edge.from) << 35 | UInt64(edge.kind.rawValue) << 29 | UInt64(edge.to),
          source: UInt64(edge.origin.rawValue) << 32 | UInt64(edge.place), number: Int32(number))
      }.sorted { $0.ends != $1.ends ? $0.ends < $1.ends : $0.source < $1.source }
    }
  }

  /// For topics of edges, where each number below `count` begins.
  private static func starts(_ topics: some Sequence<Int>, count: Int) -> [Int32] {
    var starts = [Int32](repeating: 0, count: count + 1)
    for topic in topics { starts[topic + 1] += 1 }
    for topic in 0..<count { starts[topic + 1] += starts[topic] }
    return starts
  }
}
