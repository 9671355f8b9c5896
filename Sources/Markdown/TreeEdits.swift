/// Changes to a document's tree that add nodes to it or take some away, made in one go.
package struct TreeEdits {
  private enum Change {
    /// Other nodes take the place; their `end` counts from the first of them.
    case replace([Node])
    /// A node is put around.
    case wrap(Node)
  }

  private var changes: [(range: Range<Int>, change: Change)] = []

  /// No changes.
  package init() {}

  /// Whether there is nothing to do.
  package var isEmpty: Bool { changes.isEmpty }

  /// Puts other nodes in the place of whole subtrees. Changes are told in the order of their places, none within another.
  ///
  /// - Parameter nodes: Whole subtrees, in which `end` counts from the first node.
  package mutating func replace(_ range: Range<Int>, by nodes: [Node]) {
    changes.append((range, .replace(nodes)))
  }

  /// Puts a node around whole subtrees.
  package mutating func wrap(_ range: Range<Int>, in node: Node) {
    changes.append((range, .wrap(node)))
  }

  /// Makes the changes.
  package func apply(to document: inout Document) {
    guard !changes.isEmpty else { return }
    let old = document.nodes
    var nodes: [Node] = []
    nodes.reserveCapacity(old.count + changes.count * 8)
    // Where each node went, and the nodes whose ends are still those of the old tree.
    var places = [Int](repeating: 0, count: old.count + 1)
    var unsettled: [Int] = []
    var (index, next) = (0, 0)
    while index < old.count {
      places[index] = nodes.count
      if next < changes.count, changes[next].range.lowerBound == index {
        let (range, change) = changes[next]
        next += 1
        switch change {
        case .replace(let replacement):
          let base = UInt32(nodes.count)
          nodes += replacement.map { node in
            var node = node
            node.end += base
            return node
          }
          index = range.upperBound
          continue
        case .wrap(var node):
          node.end = UInt32(range.upperBound)
          unsettled.append(nodes.count)
          nodes.append(node)
        }
      }
      unsettled.append(nodes.count)
      nodes.append(old[index])
      index += 1
    }
    places[old.count] = nodes.count
    for place in unsettled { nodes[place].end = UInt32(places[Int(nodes[place].end)]) }
    document.nodes = nodes
    document.headings = document.headings.map { $0.moved(to: places[$0.node]) }
  }
}

extension Heading {
  /// The same heading, whose node stands elsewhere.
  fileprivate func moved(to node: Int) -> Heading {
    Heading(level: level, text: text, id: id, range: range, node: node)
  }
}
