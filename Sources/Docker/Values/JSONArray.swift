public import Source

/// A text that begins with `[` and may be the exec form of an instruction.
///
/// The builder takes it for a JSON array where it is one; strings alone may stand in it. Any other text is the shell
/// form, without a word about what keeps it from being JSON.
///
/// Reference: Go's `encoding/json`.
public enum JSONArray: Sendable {
  /// The strings of an array.
  case strings([Word])
  /// An array in which something else stands, and where.
  case others(SourceRange)
  /// No JSON.
  case malformed(JSONFlaw)

  /// Reads a text from its `[` to its end.
  public init(_ text: Bytes) {
    var scanner = JSONScanner(text)
    self = scanner.scan()
  }
}

/// What keeps a text from being JSON.
public struct JSONFlaw: Error, Sendable {
  /// What it probably is.
  public enum Kind: Sendable {
    /// `'a'` in the place of `"a"`.
    case singleQuotes
    /// `“a”` in the place of `"a"`.
    case curlyQuotes
    /// A comma with nothing behind it.
    case strayComma
    /// Two elements without a comma between them.
    case missingComma
    /// A string that nothing ends.
    case missingQuote
    /// Elements without `]` behind them.
    case missingBracket
    /// A text behind the array.
    case trailingText
    /// A backslash before a character that needs none, as in `"C:\app"`.
    case badEscape
    /// A tab or another control character within a string.
    case controlCharacter
    /// Something else, such as the command `[` of the shell.
    case other
  }

  /// What it probably is.
  public let kind: Kind
  /// Where it stands.
  public let range: SourceRange

  /// What is wrong, in words that follow a colon.
  public var reason: String {
    switch kind {
    case .singleQuotes: "its strings stand in double quotes"
    case .curlyQuotes: "its quotes are straight"
    case .strayComma: "a comma stands before nothing"
    case .missingComma: "a comma is missing between two strings"
    case .missingQuote: "a closing quote is missing"
    case .missingBracket: "the closing ']' is missing"
    case .trailingText: "text follows its ']'"
    case .badEscape: "a backslash in it is written as two"
    case .controlCharacter: "a control character in it is written as an escape, such as '\\t'"
    case .other: "its strings stand in double quotes, with commas between"
    }
  }
}
