internal import Source

/// Puts the flat tree together, node by node.
struct TreeBuilder {
  typealias Record = YAMLTree.Record

  private(set) var records: [Record] = []
  private(set) var texts: [UInt8] = []
  private(set) var properties: [YAMLTree.Properties] = []
  /// The root of each document.
  private(set) var roots: [Int] = []
  /// The collections that are not complete yet, outermost first.
  private var open: [Int] = []
  /// Where the node that was completed last ended.
  private var lastEnd = 0

  /// A builder with room for about as many nodes.
  init(capacity: Int) {
    records.reserveCapacity(capacity)
  }

  /// How many collections are open.
  var depth: Int { open.count }

  /// The next node is the root of a document.
  mutating func beginDocument() {
    roots.append(records.count)
  }

  /// Keeps a text that does not stand in the source as it reads, and returns where it is.
  mutating func keepText(of reader: borrowing EventReader) -> UInt32 {
    defer { reader.appendValue(to: &texts) }
    return UInt32(truncatingIfNeeded: texts.count)
  }

  /// Keeps the anchor and the tag of the next node.
  mutating func keep(anchor: String?, tag: String?) {
    properties.append(YAMLTree.Properties(node: records.count, anchor: anchor, tag: tag))
  }

  /// Adds a scalar or an alias.
  mutating func add(_ record: Record) {
    append(record)
    records[records.count &- 1].end = UInt32(truncatingIfNeeded: records.count)
    lastEnd = record.range.end
  }

  /// Adds a list or a mapping; what is added up to its ``close(at:)`` is in it.
  mutating func open(_ record: Record) {
    append(record)
    open.append(records.count &- 1)
  }

  private mutating func append(_ record: Record) {
    if let parent = open.last { records[parent].count &+= 1 }
    records.append(record)
  }

  /// Completes the innermost collection and returns its index. Without a bracket at its end it ends with its last child.
  mutating func close(at end: Int?) -> Int? {
    guard let index = open.popLast() else { return nil }
    let start = records[index].range.start
    lastEnd = end ?? (records[index].count > 0 ? lastEnd : start)
    records[index].range = SourceRange(start, lastEnd)
    records[index].end = UInt32(truncatingIfNeeded: records.count)
    return index
  }

  /// Completes everything that is open, because the text is broken here.
  mutating func breakOff() {
    while let parent = open.last {
      // A key without its value gets one, so that a mapping's children stay pairs.
      if records[parent].shape == .mapping, records[parent].count % 2 == 1 {
        add(Record(range: SourceRange(at: lastEnd), shape: .scalar, style: .plain))
      }
      records[parent].flags.insert(.isBroken)
      _ = close(at: max(lastEnd, records[parent].range.start))
    }
    if let root = roots.last, root == records.count { roots.removeLast() }
  }
}
