public import Source

extension Script {
  /// A word of a command.
  public struct Word: Sendable {
    /// Where it stands, with its quotes.
    public let range: SourceRange
    /// Its parts, as indices into ``Script/parts``.
    let partRange: SourceRange
    /// Its bytes without quotes: a range of the text, or of the table of decoded ones.
    let text: SourceRange
    let traits: Traits

    /// What is to be known of a word without a look at its parts.
    struct Traits: OptionSet, Sendable {
      let rawValue: UInt8
      static let expansion = Traits(rawValue: 1)
      static let glob = Traits(rawValue: 2)
      static let braces = Traits(rawValue: 4)
      static let quotes = Traits(rawValue: 8)
      static let decoded = Traits(rawValue: 16)
      static let array = Traits(rawValue: 32)
    }

    var isDecoded: Bool { traits.contains(.decoded) }

    /// Whether it is the same in every run: no variable, substitution or arithmetic is in it.
    public var isLiteral: Bool { traits.isDisjoint(with: [.expansion, .array]) }
    /// Whether an unquoted `*`, `?` or `[…]` is in it.
    public var hasGlob: Bool { traits.contains(.glob) }
    /// Whether an unquoted `{a,b}` or `{1..9}` is in it.
    public var hasBraces: Bool { traits.contains(.braces) }
    /// Whether quotes or a `\` are in it.
    public var isQuoted: Bool { traits.contains(.quotes) }
    /// Whether it is `NAME=(…)`.
    public var isArray: Bool { traits.contains(.array) }
  }

  /// A part of a word.
  public struct Part: Sendable {
    /// What a part of a word can be.
    public enum Kind: UInt8, Sendable {
      /// Bytes that stand for themselves.
      case literal
      /// `\x`: the byte behind stands for itself; a line feed behind is nothing.
      case escaped
      /// `'…'`
      case singleQuoted
      /// `$'…'`
      case ansiQuoted
      /// `"…"`, or `$"…"`; what is within follows.
      case doubleQuoted
      /// `$x` or `${x…}`; what is behind the operator follows.
      case parameter
      /// `$(…)`
      case commandSubstitution
      /// `` `…` ``
      case backquotes
      /// `$((…))` or `((…))`; the expansions within follow.
      case arithmetic
      /// `<(…)` or `>(…)`
      case processSubstitution
      /// `*`, `?`, `[…]`; or `@(…)` and its kind, of which what is within follows.
      case glob
      /// `{a,b}` or `{1..9}`; what is within follows.
      case braces
      /// `(…)` behind `NAME=`; its elements are words of their own, ``Part/words``.
      case array
    }

    /// What it is.
    public internal(set) var kind: Kind
    /// What is done with the value of a parameter.
    public internal(set) var operation = Operation.none
    /// Whether it stands in double quotes or in the text of a here-document: its value is not split.
    public let isQuoted: Bool
    /// Whether a parameter is written in braces.
    public internal(set) var isBraced = false
    /// Whether a parameter is one element of an array, or all: `${x[1]}`.
    public internal(set) var isIndexed = false
    /// Where it stands.
    public internal(set) var range: SourceRange
    /// The name of a parameter; of other parts nothing.
    public internal(set) var name = SourceRange(at: 0)
    /// Where the parts go on behind all that is within this one, as an index into ``Script/parts``.
    public internal(set) var end = 0
    var contents = SourceRange(at: 0)

    /// The commands of a substitution, as indices into ``Script/commands``.
    public var commands: Range<Int> { kind == .array ? 0..<0 : contents.start..<contents.end }
    /// The elements of an array, as indices into ``Script/words``.
    public var words: Range<Int> { kind == .array ? contents.start..<contents.end : 0..<0 }

    init(_ kind: Kind, _ range: SourceRange, isQuoted: Bool) {
      self.kind = kind
      self.range = range
      self.isQuoted = isQuoted
    }
  }

  /// What `${…}` does with the value of a parameter.
  public enum Operation: UInt8, Sendable {
    /// Nothing.
    case none
    /// `${#x}`
    case length
    /// `${!x}`
    case indirection
    /// `${x-w}`, `${x:-w}`
    case fallback
    /// `${x=w}`, `${x:=w}`
    case assignment
    /// `${x+w}`, `${x:+w}`
    case alternative
    /// `${x?w}`, `${x:?w}`
    case demand
    /// `${x#p}`, `${x##p}`
    case withoutPrefix
    /// `${x%p}`, `${x%%p}`
    case withoutSuffix
    /// `${x/p/w}`, `${x//p/w}`
    case replacement
    /// `${x:1:2}`
    case substring
    /// `${x^}`, `${x,,}`
    case letterCase
    /// `${x@Q}`
    case transformation
    /// Something that no shell knows.
    case unknown
  }
}
