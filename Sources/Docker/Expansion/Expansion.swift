public import Source

/// What became of a word after its quotes were taken away and its variables replaced.
public struct Expansion: Sendable {
  /// The word.
  public internal(set) var value: Bytes
  /// The words that it falls into at white space that no quotes protect; only where they were asked for.
  public internal(set) var words: [Bytes] = []
  /// The variables that it names, in the order in which they stand.
  public internal(set) var uses: [VariableUse] = []
}

/// A place that names a variable.
public struct VariableUse: Sendable {
  /// Its name.
  public let name: Bytes
  /// Where the name stands, in the array that the word is a slice of.
  public private(set) var range: SourceRange
  /// Whether the variable has a value there.
  public let isSet: Bool
  /// Whether it is at least declared there.
  public let isDeclared: Bool
  /// Whether the place says what to take where there is no value: `${x:-default}`, `${x:+other}`, `${x:?message}`.
  public internal(set) var hasAlternative = false

  /// The same elsewhere.
  func moved(to range: SourceRange) -> VariableUse {
    var use = self
    use.range = range
    return use
  }
}

/// Why a word cannot be expanded.
public struct ExpansionError: Error {
  /// What is wrong.
  public enum Reason: Sendable {
    /// A quote that no other closes.
    case openQuote
    /// `${` without `}`.
    case openBrace
    /// `${}`: no name.
    case missingName
    /// `${x^^}`: what follows the name is not known.
    case unknownModifier
    /// `${x/pattern}`: no second `/`.
    case missingSlash
    /// `${x#\a}`: only `*`, `?` and `\` are escaped in patterns.
    case badPattern
    /// `${x:?message}`, and there is no `x`.
    case notSet(name: Bytes, message: Bytes)
    /// `${a:-${b:-…}}` goes on for too long.
    case tooDeep
    /// The value is longer than any process can be given.
    case tooLong
    /// All values together are too long.
    case exhausted
  }

  /// What is wrong.
  public let reason: Reason
  /// The substitution or the quote that is wrong, in the array that the word is a slice of.
  public let range: SourceRange
  /// The bytes that stand there.
  public let text: Bytes

  /// What is wrong, in words.
  public var message: String {
    let text = self.text.excerpt
    switch reason {
    case .openQuote: return "Quote \(text) is not closed"
    case .openBrace: return "Substitution '\(text)' is not closed by '}'"
    case .missingName: return "Substitution '\(text)' names no variable"
    case .unknownModifier:
      return "Substitution '\(text)' is unknown to the builder, which has ':-', ':+', ':?', '#', '%' and '/' only"
    case .missingSlash: return "Substitution '\(text)' lacks the second '/', before what to put in place"
    case .badPattern:
      return "Pattern of '\(text)' escapes what needs no escape; '\\' stands before '*', '?' or '\\' only"
    case .notSet(let name, let message):
      return message.isEmpty
        ? "Variable '\(name.excerpt)' is not set" : "Variable '\(name.excerpt)' is not set: \(message.excerpt)"
    case .tooDeep: return "Substitutions are nested more than \(Expander.deepest) deep"
    case .tooLong: return "Value grows beyond \(Expander.longestValue >> 10) KiB, the most that a process can be given"
    case .exhausted: return "Values of this file grow beyond \(Expander.longestTotal >> 20) MiB"
    }
  }
}

extension Bytes {
  /// The bytes as text for a message, cut where they are many.
  var excerpt: String {
    guard count > 60 else { return string }
    var end = startIndex + 60
    while end > startIndex, self[end] & 0xC0 == 0x80 { end -= 1 }
    return self[startIndex..<end].string + "…"
  }
}
