internal import Source

/// The nodes of all documents of a text, flat and in preorder: a collection's first child follows it at once, a node's
/// sibling stands where its subtree ends. A mapping's children are key, value, key, value.
final class YAMLTree: Sendable {
  /// One node, in 24 bytes.
  struct Record {
    /// Where it stands in the source, without its anchor and tag.
    var range: SourceRange
    /// Where a scalar's text starts: in the source where it reads as it is written, else in `texts`. An alias's target.
    var first: UInt32 = 0
    /// The bytes of a scalar's text, or the number of children.
    var count: UInt32 = 0
    /// The index after the subtree; 0 while that is not complete.
    var end: UInt32 = 0
    var shape: Shape
    var style: YAMLStyle
    var flags: Flags = []
  }

  /// What a record is.
  enum Shape: UInt8 {
    case scalar, sequence, mapping, alias
  }

  /// What else is known of a record.
  struct Flags: OptionSet {
    let rawValue: UInt8
    /// The text stands in the source as it reads.
    static let isVerbatim = Flags(rawValue: 1)
    /// A syntax error came before its end.
    static let isBroken = Flags(rawValue: 2)
    /// An alias that names nothing.
    static let isDangling = Flags(rawValue: 4)
    /// It has an anchor or a tag, or is an alias: more about it is in `properties`.
    static let hasProperties = Flags(rawValue: 8)
  }

  /// What few nodes have.
  struct Properties {
    let node: Int
    /// The name it was given, or of an alias the one it refers to.
    let anchor: String?
    let tag: String?
  }

  let source: SourceText
  let dialect: YAMLDialect
  let records: [Record]
  /// The texts that do not stand in the source as they read.
  let texts: [UInt8]
  /// In the order of the nodes.
  private let properties: [Properties]

  init(source: SourceText, dialect: YAMLDialect, _ builder: consuming TreeBuilder) {
    self.source = source
    self.dialect = dialect
    records = builder.records
    texts = builder.texts
    properties = builder.properties
  }

  /// The text of a scalar.
  func text(of record: Record) -> ArraySlice<UInt8> {
    let range = Int(record.first)..<Int(record.first) + Int(record.count)
    return record.flags.contains(.isVerbatim) ? source.bytes[range] : texts[range]
  }

  /// The anchor and tag of a node, found by bisection.
  func properties(of node: Int) -> Properties? {
    guard records[node].flags.contains(.hasProperties) else { return nil }
    var low = 0
    var high = properties.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if properties[middle].node <= node { low = middle } else { high = middle }
    }
    return properties[low]
  }
}
