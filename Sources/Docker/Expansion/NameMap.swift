import Source

/// A dictionary from names to values, in the order of their bytes.
///
/// A changed copy shares all but the way to what was changed, so that each instruction of a long file may keep its own.
/// Nothing that a file says makes it slow, as names could that collide in a table of hashes.
struct NameMap<Value: Sendable>: Sendable {
  private var root: Node?

  /// The value of a name.
  subscript(name: Bytes) -> Value? {
    var node = root
    while let current = node {
      switch Order(name, current.entry.name) {
      case .before: node = current.left
      case .after: node = current.right
      case .same: return current.entry.value
      }
    }
    return nil
  }

  /// Gives a name a value.
  mutating func set(_ name: Bytes, to value: Value) {
    root = Node.inserting(Entry(name, value), into: root)
  }

  /// The names with their values, in order.
  var all: [(name: Bytes, value: Value)] {
    var all: [(name: Bytes, value: Value)] = []
    root?.collect(into: &all)
    return all
  }

  /// A name and its value, apart from the nodes that lead to them: those are copied again and again.
  private final class Entry: Sendable {
    let name: Bytes
    let value: Value

    init(_ name: Bytes, _ value: Value) {
      self.name = name
      self.value = value
    }
  }

  /// A node of a balanced tree (Adelson-Velsky and Landis) that is never changed, only copied along one way.
  private final class Node: Sendable {
    let entry: Entry
    let left: Node?
    let right: Node?
    let height: Int

    init(_ entry: Entry, _ left: Node?, _ right: Node?) {
      self.entry = entry
      self.left = left
      self.right = right
      height = max(left?.height ?? 0, right?.height ?? 0) + 1
    }

    static func inserting(_ entry: Entry, into node: Node?) -> Node {
      guard let node else { return Node(entry, nil, nil) }
      switch Order(entry.name, node.entry.name) {
      case .same: return Node(entry, node.left, node.right)
      case .before: return balanced(node.entry, inserting(entry, into: node.left), node.right)
      case .after: return balanced(node.entry, node.left, inserting(entry, into: node.right))
      }
    }

    /// A node with these children, whose heights differ by two at most.
    private static func balanced(_ entry: Entry, _ left: Node?, _ right: Node?) -> Node {
      let difference = (left?.height ?? 0) - (right?.height ?? 0)
      if difference > 1, let left {
        if (left.left?.height ?? 0) < (left.right?.height ?? 0), let middle = left.right {
          return Node(
            middle.entry, Node(left.entry, left.left, middle.left), Node(entry, middle.right, right))
        }
        return Node(left.entry, left.left, Node(entry, left.right, right))
      }
      if difference < -1, let right {
        if (right.right?.height ?? 0) < (right.left?.height ?? 0), let middle = right.left {
          return Node(
            middle.entry, Node(entry, left, middle.left), Node(right.entry, middle.right, right.right))
        }
        return Node(right.entry, Node(entry, left, right.left), right.right)
      }
      return Node(entry, left, right)
    }

    func collect(into all: inout [(name: Bytes, value: Value)]) {
      left?.collect(into: &all)
      all.append((entry.name, entry.value))
      right?.collect(into: &all)
    }
  }
}

/// How two names lie in the order of their bytes.
private enum Order {
  case before, same, after

  init(_ one: Bytes, _ other: Bytes) {
    let common = min(one.count, other.count)
    for offset in 0..<common {
      let (byte, otherByte) = (one[one.startIndex + offset], other[other.startIndex + offset])
      if byte != otherByte {
        self = byte < otherByte ? .before : .after
        return
      }
    }
    self = one.count == other.count ? .same : one.count < other.count ? .before : .after
  }
}
