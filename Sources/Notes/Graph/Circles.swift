/// Finds circles in a directed graph: things that need each other, so that none of them can come first.
enum Circles {
  /// For each knot of nodes that all lead to each other, the shortest circle through its first node, which starts it.
  /// Linear in nodes and edges.
  ///
  /// - Parameter successors: For each node where its edges lead.
  static func find(_ successors: [[Int]]) -> [[Int]] {
    let knot = knots(successors)
    var isDone = [Bool](repeating: false, count: successors.count)
    var circles: [[Int]] = []
    for node in successors.indices where !isDone[knot[node]] {
      guard successors[node].contains(where: { knot[$0] == knot[node] }) else { continue }
      isDone[knot[node]] = true
      circles.append(shortest(through: node, successors, knot))
    }
    return circles
  }

  /// The shortest way from a node back to it, within its knot.
  private static func shortest(through start: Int, _ successors: [[Int]], _ knot: [Int]) -> [Int] {
    var before: [Int: Int] = [:]
    var queue = [start]
    var next = 0
    while next < queue.count {
      let node = queue[next]
      next += 1
      for other in successors[node] where knot[other] == knot[start] {
        if other == start { return trail(to: node, before) }
        guard before[other] == nil else { continue }
        before[other] = node
        queue.append(other)
      }
    }
    return [start]
  }

  private static func trail(to end: Int, _ before: [Int: Int]) -> [Int] {
    var trail = [end]
    while let node = trail.last, let earlier = before[node] { trail.append(earlier) }
    return trail.reversed()
  }

  /// For each node the number of its strongly connected component: Tarjan's algorithm, without recursion.
  private static func knots(_ successors: [[Int]]) -> [Int] {
    var walk = Walk(successors)
    for node in successors.indices where walk.order[node] < 0 { walk.visit(node) }
    return walk.knot
  }

  private struct Walk {
    let successors: [[Int]]
    /// When each node was reached; -1 where it was not.
    var order: [Int]
    /// The number of each node's component; -1 while it is open.
    var knot: [Int]
    private var low: [Int]
    private var open: [Int] = []
    private var reached = 0
    private var knots = 0

    init(_ successors: [[Int]]) {
      self.successors = successors
      order = Array(repeating: -1, count: successors.count)
      knot = order
      low = order
    }

    mutating func visit(_ root: Int) {
      var trail = [(node: root, next: 0)]
      enter(root)
      while let top = trail.last {
        guard top.next < successors[top.node].count else {
          trail.removeLast()
          leave(top.node)
          if let parent = trail.last?.node { low[parent] = min(low[parent], low[top.node]) }
          continue
        }
        trail[trail.count - 1].next += 1
        let other = successors[top.node][top.next]
        if order[other] < 0 {
          enter(other)
          trail.append((other, 0))
        } else if knot[other] < 0 {
          low[top.node] = min(low[top.node], order[other])
        }
      }
    }

    private mutating func enter(_ node: Int) {
      order[node] = reached
      low[node] = reached
      reached += 1
      open.append(node)
    }

    private mutating func leave(_ node: Int) {
      guard low[node] == order[node] else { return }
      while let last = open.popLast() {
        knot[last] = knots
        if last == node { break }
      }
      knots += 1
    }
  }
}
