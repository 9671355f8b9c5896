public import Source

/// Replaces variables and takes away quotes as the builder does, which is not quite as a shell does.
///
/// Reference: <https://docs.docker.com/reference/dockerfile/#environment-replacement>; BuildKit's package `shell`.
public struct Expander: Sendable {
  /// What is expanded.
  public enum Form: Sendable {
    /// A word that stays one word.
    case word
    /// A word that falls into words at white space.
    case words
    /// The body of a heredoc: quotes in it mean nothing, and `\` is its escape character always.
    case body
  }

  /// The longest value: what Linux takes for one variable or argument.
  static let longestValue = 128 << 10
  /// The most bytes that are made in all, and a limit for patterns that look at many bytes.
  static let longestTotal = 16 << 20
  /// How deep substitutions may be nested.
  static let deepest = 64

  private let escape: UInt8
  private var remaining = Expander.longestTotal

  /// Expands words in which `escape` takes the meaning from the byte behind it.
  public init(escape: UInt8 = UInt8(ascii: "\\")) {
    self.escape = escape
  }

  /// Counts other work that a file could cause without end; false where it was too much.
  mutating func charge(_ count: Int) -> Bool {
    remaining -= min(remaining, count)
    return remaining > 0
  }

  /// What `word` is where these variables are set.
  public mutating func expand(
    _ word: Bytes, as form: Form = .word, in environment: Environment
  ) throws(ExpansionError) -> Expansion {
    let escape = form == .body ? UInt8(ascii: "\\") : escape
    let isPlain = word.allSatisfy { byte in
      byte != UInt8(ascii: "$") && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "'") && byte != escape
    }
    if isPlain && form != .words { return Expansion(value: word) }
    var reader = ExpansionReader(word, escape: escape, readsQuotes: form != .body, environment, remaining: remaining)
    reader.longest = form == .body ? Expander.longestTotal : Expander.longestValue
    defer { remaining = reader.remaining }
    var text = ExpandedText(splits: form == .words)
    try reader.read(until: nil, keepsEscapes: false, into: &text)
    text.endWord()
    return Expansion(value: text.value[...], words: text.words.map { $0[...] }, uses: reader.uses)
  }
}

/// What a reader makes of a word.
struct ExpandedText {
  private(set) var value: [UInt8] = []
  private(set) var words: [[UInt8]] = []
  private var word: [UInt8] = []
  private let splits: Bool

  init(splits: Bool = false) {
    self.splits = splits
  }

  /// Adds bytes that are one word, white space or not.
  mutating func append(_ bytes: Bytes) {
    value += bytes
    if splits { word += bytes }
  }

  /// Adds bytes in which white space ends words.
  mutating func appendSplitting(_ bytes: Bytes) {
    value += bytes
    guard splits else { return }
    var rest = bytes
    while !rest.isEmpty {
      let space = rest.leadingSpace
      if space > 0, !opensHeredoc {
        endWord()
        rest.removeFirst(space)
      } else {
        word.append(rest.removeFirst())
      }
    }
  }

  /// Whether the word is the beginning of a heredoc's token, such as `<<-`, whose name may stand apart.
  private var opensHeredoc: Bool {
    guard word.last == UInt8(ascii: "<") || word.last == UInt8(ascii: "-") else { return false }
    let token = word.drop { $0.isDigit }
    return token == "<<" || token == "<<-"
  }

  /// Ends a word, if there is one: quotes alone make none.
  mutating func endWord() {
    guard !word.isEmpty else { return }
    words.append(word)
    word = []
  }
}
