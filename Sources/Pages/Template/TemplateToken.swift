import Source

/// A tag of a template, or a piece of text between tags, in the order of the source.
struct TemplateToken: Sendable {
  enum Kind: Sendable {
    /// Text within one line.
    case text
    /// The start of a line of which something stays; its white space is `indentation`.
    case line
    /// `{{! … }}`.
    case comment
    /// `{{=<% %>=}}`.
    case delimiters
    /// `{{name}}`.
    case escaped
    /// `{{{name}}}`.
    case raw
    /// `{{&name}}`.
    case unescaped
    /// `{{#name}}`.
    case section
    /// `{{^name}}`.
    case inverted
    /// `{{$name}}`.
    case block
    /// `{{<name}}`.
    case parent
    /// `{{>name}}`.
    case partial
    /// `{{/name}}`.
    case close
  }

  let kind: Kind
  /// All of it, with delimiters.
  let range: SourceRange
  /// The name, without its mark and white space.
  let name: SourceRange
  /// Whether the name is that of a value that names the template: `{{>*name}}`.
  var isDynamic = false
  /// Where the token stands that closes this one, or that this one closes; -1 for none.
  var partner = -1
  /// Whether the line holds nothing else, so that it vanishes.
  var isStandalone = false
  /// White space: that of a line, that which every line of an inserted template gets, or that which the lines of a
  /// block have in common.
  var indentation = SourceRange(at: 0)

  /// Whether a closing tag belongs to it.
  var opens: Bool {
    switch kind {
    case .section, .inverted, .block, .parent: true
    default: false
    }
  }

  /// Whether it vanishes with its line where it stands alone.
  var vanishesAlone: Bool {
    switch kind {
    case .comment, .delimiters, .section, .inverted, .close, .partial: true
    default: false
    }
  }
}

/// A template that was read, apart from what it is rendered with.
struct ParsedTemplate: Sendable {
  let name: String
  let source: SourceText
  let tokens: [TemplateToken]
  /// Whether it was read without a problem.
  let isSound: Bool

  /// The text of a range.
  func text(_ range: SourceRange) -> String {
    String(decoding: source.bytes[range.start..<range.end], as: UTF8.self)
  }

  /// The parts of a dotted name.
  func parts(of name: SourceRange) -> [SourceRange] {
    source.bytes[name.start..<name.end].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .map { SourceRange($0.startIndex, $0.endIndex) }
  }
}
