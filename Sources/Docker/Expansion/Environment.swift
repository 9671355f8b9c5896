public import Source

/// The variables at a point of a build.
///
/// A value: a changed copy shares all but the way to what was changed, so that every instruction of a long file may
/// keep its own.
public struct Environment: Sendable {
  private var root: Node?
  /// How often a variable was set: what was set later comes later.
  private var clock = 0

  /// No variables.
  public init() {}

  /// The variable of this name; nothing where it was never set nor declared.
  public subscript(name: Bytes) -> Variable? {
    var node = root
    while let current = node {
      switch Order(name, current.variable.name) {
      case .before: node = current.left
      case .after: node = current.right
      case .same: return current.variable
      }
    }
    return nil
  }

  /// Sets a variable, or only declares it where `value` is nothing.
  public mutating func set(_ name: Bytes, to value: Bytes?, by origin: Variable.Origin) {
    clock &+= 1
    root = Node.inserting(Variable(name: name, value: value, origin: origin, order: clock), into: root)
  }

  /// All variables, in the order in which each was set last.
  public var variables: [Variable] {
    var variables: [Variable] = []
    root?.collect(into: &variables)
    return variables.sorted { $0.order < $1.order }
  }
}

/// A variable of a build.
public struct Variable: Sendable {
  /// What gave it its value.
  public enum Origin: Sendable {
    /// The builder, without being asked: the platform, PATH.
    case builder
    /// An ARG, or the build argument that stands in for its value.
    case argument
    /// An ENV, of this stage or one that it is built on.
    case environment
  }

  /// Its name.
  public let name: Bytes
  /// Its value; nothing for an ARG that has none.
  public let value: Bytes?
  /// What gave it its value.
  public let origin: Origin
  /// Its place in the order in which variables were set.
  let order: Int
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

/// A node of a balanced tree (Adelson-Velsky and Landis) that is never changed, only copied along one way.
private final class Node: Sendable {
  let variable: Variable
  let left: Node?
  let right: Node?
  let height: Int

  private init(_ variable: Variable, _ left: Node?, _ right: Node?) {
    self.variable = variable
    self.left = left
    self.right = right
    height = max(left?.height ?? 0, right?.height ?? 0) + 1
  }

  static func inserting(_ variable: Variable, into node: Node?) -> Node {
    guard let node else { return Node(variable, nil, nil) }
    switch Order(variable.name, node.variable.name) {
    case .same: return Node(variable, node.left, node.right)
    case .before: return balanced(node.variable, inserting(variable, into: node.left), node.right)
    case .after: return balanced(node.variable, node.left, inserting(variable, into: node.right))
    }
  }

  /// A node with these children, whose heights differ by two at most.
  private static func balanced(_ variable: Variable, _ left: Node?, _ right: Node?) -> Node {
    let difference = (left?.height ?? 0) - (right?.height ?? 0)
    if difference > 1, let left {
      if (left.left?.height ?? 0) < (left.right?.height ?? 0), let middle = left.right {
        return Node(
          middle.variable, Node(left.variable, left.left, middle.left), Node(variable, middle.right, right))
      }
      return Node(left.variable, left.left, Node(variable, left.right, right))
    }
    if difference < -1, let right {
      if (right.right?.height ?? 0) < (right.left?.height ?? 0), let middle = right.left {
        return Node(
          middle.variable, Node(variable, left, middle.left), Node(right.variable, middle.right, right.right))
      }
      return Node(right.variable, Node(variable, left, right.left), right.right)
    }
    return Node(variable, left, right)
  }

  func collect(into variables: inout [Variable]) {
    left?.collect(into: &variables)
    variables.append(variable)
    right?.collect(into: &variables)
  }
}
