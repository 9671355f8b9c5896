extension YAMLNode {
  /// A key of a mapping and what it stands for.
  public struct Entry: Sendable {
    /// The key.
    public let key: YAMLNode
    /// Its value.
    public let value: YAMLNode
  }

  /// The nodes right below a node.
  public struct Children: Sequence, Sendable {
    private let tree: YAMLTree
    private let start: Int
    /// How many there are.
    public let count: Int

    init(tree: YAMLTree, of index: Int, if shape: YAMLTree.Shape) {
      self.tree = tree
      start = index + 1
      count = tree.records[index].shape == shape ? Int(tree.records[index].count) : 0
    }

    /// Whether there are none.
    public var isEmpty: Bool { count == 0 }

    /// Goes through them in order.
    public func makeIterator() -> Iterator {
      Iterator(tree: tree, position: start, remaining: count)
    }

    /// Goes through nodes from sibling to sibling.
    public struct Iterator: IteratorProtocol {
      fileprivate let tree: YAMLTree
      fileprivate var position: Int
      fileprivate var remaining: Int

      /// The node after the last one that was given.
      public mutating func next() -> YAMLNode? {
        guard remaining > 0 else { return nil }
        defer { position = Int(tree.records[position].end) }
        remaining -= 1
        return YAMLNode(tree: tree, index: position)
      }
    }
  }

  /// The keys and values of a mapping.
  public struct Entries: Sequence, Sendable {
    fileprivate let nodes: Children

    init(nodes: Children) {
      self.nodes = nodes
    }

    /// How many there are.
    public var count: Int { nodes.count / 2 }

    /// Whether there are none.
    public var isEmpty: Bool { nodes.isEmpty }

    /// Goes through them in order.
    public func makeIterator() -> Iterator {
      Iterator(nodes: nodes.makeIterator())
    }

    /// Goes through the entries in order.
    public struct Iterator: IteratorProtocol {
      fileprivate var nodes: Children.Iterator

      /// The entry after the last one that was given.
      public mutating func next() -> Entry? {
        guard let key = nodes.next(), let value = nodes.next() else { return nil }
        return Entry(key: key, value: value)
      }
    }
  }
}
