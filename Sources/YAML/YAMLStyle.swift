/// How a node is written.
public enum YAMLStyle: UInt8, Sendable {
  /// A scalar without quotes.
  case plain
  /// `'text'`.
  case singleQuoted
  /// `"text"`.
  case doubleQuoted
  /// `|` and lines that are kept as they are.
  case literal
  /// `>` and lines that are joined.
  case folded
  /// A list or mapping by indentation.
  case block
  /// `[a, b]` or `{a: b}`.
  case flow
}
