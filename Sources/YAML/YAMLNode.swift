public import Source

/// A node of a YAML document: a light view, cheap to copy.
///
/// An alias is seen as the node it names, without a copy of that: only ``range``, ``alias`` and ``isAlias`` tell that it
/// is one. A walk over everything below a node must not follow aliases, or nine lines can keep it busy for a lifetime.
public struct YAMLNode: Sendable {
  /// What a node is.
  public enum Kind: Sendable {
    /// `null`, `~`, or nothing written at all.
    case null
    /// A truth value.
    case bool
    /// A whole number.
    case int
    /// Another number.
    case float
    /// A text.
    case string
    /// A list.
    case sequence
    /// Keys with values.
    case mapping
  }

  private let tree: YAMLTree
  /// Where it is written.
  private let index: Int
  /// The record of what it is: another than at `index` for an alias.
  private let target: Int

  init(tree: YAMLTree, index: Int) {
    self.tree = tree
    self.index = index
    let record = tree.records[index]
    target = record.shape == .alias && !record.flags.contains(.isDangling) ? Int(record.first) : index
  }

  private var record: YAMLTree.Record { tree.records[target] }

  // MARK: Where and how it is written

  /// The text it stands in.
  public var source: SourceText { tree.source }

  /// Where it is written, without its anchor and tag; of an alias the alias. Nothing written is an empty range.
  public var range: SourceRange { tree.records[index].range }

  /// How it is written; an alias as what it names.
  public var style: YAMLStyle { record.style }

  /// Its explicit tag in full, as in `tag:yaml.org,2002:str` for `!!str`.
  public var tag: String? { tree.properties(of: target)?.tag }

  /// The name it was given by `&name`.
  public var anchor: String? { isAlias ? nil : tree.properties(of: index)?.anchor }

  /// The name in `*name`, if it is written so.
  public var alias: String? { isAlias ? tree.properties(of: index)?.anchor : nil }

  /// Whether it is written as `*name`.
  public var isAlias: Bool { tree.records[index].shape == .alias }

  /// Whether a syntax error came before its end, so that it may lack something.
  public var isBroken: Bool { record.flags.contains(.isBroken) }

  /// A number that tells this node from all others of its stream; an alias has the number of what it names.
  public var identity: Int { target }

  /// Whether it is a literal block, `|`.
  var isLiteral: Bool { record.shape == .scalar && record.style == .literal }

  /// Where what it is starts: for an alias at what that names.
  var writtenStart: Int { record.range.start }

  /// Where its text stands, if it stands there as it reads.
  var writtenRange: SourceRange? {
    guard record.shape == .scalar, record.flags.contains(.isVerbatim) else { return nil }
    return SourceRange(Int(record.first), Int(record.first) + Int(record.count))
  }

  // MARK: What it is

  /// What it is to a reader of its dialect.
  public var kind: Kind {
    switch record.shape {
    case .sequence: .sequence
    case .mapping: .mapping
    case .alias: .null
    case .scalar:
      switch scalar {
      case .null: .null
      case .bool: .bool
      case .int: .int
      case .float: .float
      case .string: .string
      }
    }
  }

  /// The value of a scalar; a list or a mapping counts as nothing.
  public var scalar: YAMLScalar {
    let record = record
    guard record.shape == .scalar else { return .null }
    let resolver = ScalarResolver(dialect: tree.dialect)
    if record.flags.contains(.hasProperties), let tag { return resolver.resolve(tree.text(of: record), tag: tag) }
    return record.style == .plain ? resolver.resolve(tree.text(of: record)) : .string
  }

  /// The text of a scalar of any kind, with escapes and line folding done, as UTF-8; empty for lists and mappings.
  public var bytes: ArraySlice<UInt8> { record.shape == .scalar ? tree.text(of: record) : [] }

  /// The text of a scalar of any kind; empty for lists and mappings.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The text, if this is one and not a number, a truth value or nothing.
  public var string: String? { kind == .string ? text : nil }

  /// The truth value, if it is one.
  public var bool: Bool? { if case .bool(let value) = scalar { value } else { nil } }

  /// The whole number, if it is one.
  public var int: Int? { if case .int(let value) = scalar { value } else { nil } }

  /// The number, if it is one, whole or not.
  public var double: Double? {
    switch scalar {
    case .int(let value): Double(value)
    case .float(let value): value
    default: nil
    }
  }

  /// Whether it is nothing: `null`, `~` or not written.
  public var isNull: Bool { kind == .null }

  // MARK: What it holds

  /// The items of a list; empty for all else.
  public var items: Children { Children(tree: tree, of: target, if: .sequence) }

  /// The keys and values of a mapping in the order they are written; empty for all else.
  public var entries: Entries { Entries(nodes: Children(tree: tree, of: target, if: .mapping)) }

  /// The value of the first key that reads `key`, without regard to merge keys.
  public subscript(key: String) -> YAMLNode? { entry(key)?.value }

  /// The item at a position, counted from 0.
  public subscript(position: Int) -> YAMLNode? {
    var items = items.makeIterator()
    for _ in 0..<max(0, position) where items.next() == nil { return nil }
    return position < 0 ? nil : items.next()
  }

  /// The first key that reads `key`, with its value.
  public func entry(_ key: String) -> Entry? {
    entries.first { $0.key.reads(key) }
  }

  /// Whether it is a scalar whose text is `text`.
  public func reads(_ text: String) -> Bool {
    let record = record
    guard record.shape == .scalar, Int(record.count) == text.utf8.count else { return false }
    return tree.text(of: record).elementsEqual(text.utf8)
  }
}
