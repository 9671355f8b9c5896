/// Whose reading of unquoted scalars counts: the same `no` is a boolean to one reader and a word to another.
public enum YAMLDialect: Sendable {
  /// As Kubernetes and its tools read: the booleans of YAML 1.1 (`yes`, `on`, `y`), octal `0644`, `1_000`, and `1.0`
  /// as the integer 1, since all passes through JSON.
  case kubernetes
  /// As Compose reads: only `true` and `false` are booleans, but octal `0644` and `1_000` are numbers.
  case compose
  /// The core schema of YAML 1.2 (§10.3.2), for front matter and settings.
  case core
}

/// What an unquoted scalar is to its reader.
public enum YAMLScalar: Equatable, Sendable {
  /// Nothing: `null`, `~` or no text at all.
  case null
  /// A truth value.
  case bool(Bool)
  /// A whole number.
  case int(Int)
  /// Any other number, also one too large for an `Int`, infinite, or not a number.
  case float(Double)
  /// Anything else: the text itself.
  case string
}
