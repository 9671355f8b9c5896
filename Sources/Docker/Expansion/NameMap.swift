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
      switch Order(name, current.name) {
      case .before: node = current.left
      case .after: node = current.right
      case .same: return current.value
      }
    }
    return nil
  }

  /// Gives a name a value.
  mutating func set(_ name: Bytes, to value: Value) {
    root = Node.inserting(name, value, into: root)
  }

  /// The names with their values, in order.
  var all: [(name: Bytes, value: Value)] {
    var all: [(name: Bytes, value: Value)] = []
    root?.collect(into: &all)
    return all
  }

  /// A node of a balanced tree (Adelson-Velsky and Landis) that is never changed, only copied along one way.
  private final class Node: Sendable {
    let name: Bytes
    let value: Value
    let left: Node?
    let right: Node?
    let height: Int

    init(_ name: Bytes, _ value: Value, _ left: Node?, _ right: Node?) {
      self.name = name
      self.value = value
      self.left = left
      self.right = right
      height = max(left?.height ?? 0, right?.height ?? 0) + 1
    }

    func with(_ left: Node?, _ right: Node?) -> Node {
      Node(name, value, left, right)
    }

    static func inserting(_ name: Bytes, _ value: Value, into node: Node?) -> Node {
      guard let node else { return Node(name, value, nil, nil) }
      switch Order(name, node.name) {
      case .same: return Node(name, value, node.left, node.right)
      case .before: return node.balanced(inserting(name, value, into: node.left), node.right)
      case .after: return node.balanced(node.left, inserting(name, value, into: node.right))
      }
    }

    /// The node with other children, whose heights differ by two at most.
    private func balanced(_ left: Node?, _ right: Node?) -> Node {
      let difference = (left?.height ?? 0) - (right?.height ?? 0)
      if difference > 1, let left {
        if (left.left?.height ?? 0) < (left.right?.height ?? 0), let middle = left.right {
          return middle.with(left.with(left.left, middle.left), with(middle.right, right))
        }
        return left.with(left.left, with(left.right, right))
      }
      if difference < -1, let right {
        if (right.right?.height ?? 0) < (right.left?.height ?? 0), let middle = right.left {
          return middle.with(with(left, middle.left), right.with(middle.right, right.right))
        }
        return right.with(with(left, right.left), right.right)
      }
      return with(left, right)
    }

    func collect(into all: inout [(name: Bytes, value: Value)]) {
      left?.collect(into: &all)
      all.append((name, value))
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
