/// Finds the templates that would insert themselves for ever.
///
/// Data ends, so a circle of templates ends if each round goes deeper into the data: no insertion in it may start again
/// elsewhere, and none may come round by insertions that all stay where they are.
enum EndlessInsertions {
  /// The insertions that close such circles among `count` instances.
  static func find(in insertions: [TemplateInsertion], count: Int) -> [TemplateInsertion] {
    let circles = components(insertions, count)
    let inner = insertions.filter { circles[$0.from] == circles[$0.to] }
    let still = inner.filter { $0.step != .deeper }
    let stillCircles = components(still, count)
    return inner.filter { insertion in
      switch insertion.step {
      case .deeper: false
      case .elsewhere: true
      case .same: stillCircles[insertion.from] == stillCircles[insertion.to]
      }
    }
  }

  /// For each instance, the number of the circle it belongs to (Tarjan's strongly connected components, with a stack of
  /// its own). An instance that is in no circle has a number for itself.
  private static func components(_ insertions: [TemplateInsertion], _ count: Int) -> [Int] {
    var targets = [[Int]](repeating: [], count: count)
    for insertion in insertions { targets[insertion.from].append(insertion.to) }
    var search = CircleSearch(targets: targets)
    for start in 0..<count where search.order[start] < 0 { search.visit(from: start) }
    return search.component
  }
}

private struct CircleSearch {
  let targets: [[Int]]
  /// When each was seen first; -1 for not yet.
  var order: [Int]
  var component: [Int]
  private var lowest: [Int]
  private var pending: [Int] = []
  private var seen = 0
  private var found = 0

  init(targets: [[Int]]) {
    self.targets = targets
    order = Array(repeating: -1, count: targets.count)
    component = order
    lowest = order
  }

  mutating func visit(from start: Int) {
    var path: [(node: Int, next: Int)] = [(start, 0)]
    begin(start)
    while let (node, next) = path.last {
      if next < targets[node].count {
        path[path.count - 1].next += 1
        let target = targets[node][next]
        if order[target] < 0 {
          begin(target)
          path.append((target, 0))
        } else if component[target] < 0 {
          lowest[node] = min(lowest[node], order[target])
        }
      } else {
        path.removeLast()
        if let parent = path.last?.node { lowest[parent] = min(lowest[parent], lowest[node]) }
        if lowest[node] == order[node] { finish(node) }
      }
    }
  }

  private mutating func begin(_ node: Int) {
    order[node] = seen
    lowest[node] = seen
    seen += 1
    pending.append(node)
  }

  private mutating func finish(_ root: Int) {
    while let node = pending.popLast() {
      component[node] = found
      if node == root { break }
    }
    found += 1
  }
}
