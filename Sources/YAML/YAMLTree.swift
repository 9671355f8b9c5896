internal import Source

/// The nodes of all documents of a text, flat and in preorder: a collection's first child follows it at once, a node's
/// sibling stands where its subtree ends. A mapping's children are key, value, key, value.
final class YAMLTree: Sendable {
  /// One node.
  struct Record {
    /// Where it stands in the source; of a scalar without its anchor and tag.
    var range: SourceRange
    /// A scalar's text: in the source where it reads as it is written there, else in `texts`.
    var textStart: UInt32 = 0
    var textCount: UInt32 = 0
    /// The index after the subtree; 0 while the subtree is not complete.
    var end: UInt32 = 0
    /// The number of children, or an alias's target.
    var count: UInt32 = 0
    /// The index of the tag in `names` plus one; 0 for none.
    var tag: UInt32 = 0
    /// The index of the anchor's name, or of the name an alias was written with, in `names` plus one; 0 for none.
    var anchor: UInt32 = 0
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
  }

  let source: SourceText
  let dialect: YAMLDialect
  let records: [Record]
  let texts: [UInt8]
  let names: [String]

  init(source: SourceText, dialect: YAMLDialect, records: [Record], texts: [UInt8], names: [String]) {
    self.source = source
    self.dialect = dialect
    self.records = records
    self.texts = texts
    self.names = names
  }

  /// The text of a scalar.
  func text(of record: Record) -> ArraySlice<UInt8> {
    let start = Int(record.textStart)
    let end = start + Int(record.textCount)
    return record.flags.contains(.isVerbatim) ? source.bytes[start..<end] : texts[start..<end]
  }

  /// The name of a tag or an anchor.
  func name(_ index: UInt32) -> String? {
    index == 0 ? nil : names[Int(index) - 1]
  }
}
