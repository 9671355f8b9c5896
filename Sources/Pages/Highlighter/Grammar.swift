/// What distinguishes one programming language from the next, as a table for ``GrammarLexer``.
struct Grammar: Sendable {
  /// A kind of quoted text.
  struct Quote: Sendable {
    var open: StaticString
    var close: StaticString
    /// Takes the byte after it along; zero for none.
    var escape: UInt8 = UInt8(ascii: "\\")
    /// Whether it may hold line feeds.
    var isMultiline = false
    /// What starts code inside of the text, as in `${`, …
    var hole: StaticString = ""
    /// … and the bracket that is closed at its end.
    var holeEnd: UInt8 = UInt8(ascii: "}")
    /// Whether it holds a single character, so that a lone quote (`'a` in Rust) is none.
    var isCharacter = false
    var ink = Ink.string
  }

  /// A comment between two marks.
  struct Comment: Sendable {
    var open: StaticString
    var close: StaticString
    var nests = false
  }

  /// Peculiarities.
  struct Traits: OptionSet, Sendable {
    let rawValue: UInt16
    /// `/…/` is a regular expression where a value can start.
    static let regularExpressions = Traits(rawValue: 1 << 0)
    /// `Name` with a capital is a type.
    static let capitalTypes = Traits(rawValue: 1 << 1)
    /// `@name` decorates.
    static let decorators = Traits(rawValue: 1 << 2)
    /// `$name` is a variable.
    static let dollarVariables = Traits(rawValue: 1 << 3)
    /// `@name` is a variable, `:name` a constant.
    static let rubySigils = Traits(rawValue: 1 << 4)
    /// `#name` is a word of the compiler.
    static let directives = Traits(rawValue: 1 << 5)
    /// `-Name` is an option.
    static let dashOptions = Traits(rawValue: 1 << 6)
    /// Words may hold `-`.
    static let dashedWords = Traits(rawValue: 1 << 7)
    /// `name =` is a setting.
    static let assignedKeys = Traits(rawValue: 1 << 8)
    /// `name:` is a key.
    static let colonKeys = Traits(rawValue: 1 << 9)
    /// `name!` is a macro.
    static let macros = Traits(rawValue: 1 << 10)
  }

  let words: WordTable<Ink>
  let lineComments: [StaticString]
  let blockComments: [Comment]
  let quotes: [Quote]
  let traits: Traits
  /// What to do at each byte.
  let actions: [Action]

  enum Action: UInt8, Sendable {
    case skip, word, number, quote, comment, open, close, at, dollar, hash, colon, dash
  }

  init(
    words: WordTable<Ink>, lineComments: [StaticString], blockComments: [Comment] = [], quotes: [Quote],
    traits: Traits = []
  ) {
    self.words = words
    self.lineComments = lineComments
    self.blockComments = blockComments
    self.quotes = quotes
    self.traits = traits
    actions = Self.actions(
      comments: lineComments + blockComments.map(\.open), quotes: quotes.map(\.open), traits: traits)
  }

  private static func actions(comments: [StaticString], quotes: [StaticString], traits: Traits) -> [Action] {
    var actions = (0...255).map { (byte: Int) -> Action in
      let byte = UInt8(byte)
      return byte.startsWord ? .word : byte.isDigit ? .number : .skip
    }
    func set(_ byte: UInt8, _ action: Action, if needed: Bool = true) {
      if needed { actions[Int(byte)] = action }
    }
    for byte in "([{".utf8 { set(byte, .open) }
    for byte in ")]}".utf8 { set(byte, .close) }
    set(UInt8(ascii: "@"), .at, if: !traits.isDisjoint(with: [.decorators, .rubySigils]))
    set(UInt8(ascii: "$"), .dollar, if: traits.contains(.dollarVariables))
    set(UInt8(ascii: "#"), .hash, if: traits.contains(.directives))
    set(UInt8(ascii: ":"), .colon, if: traits.contains(.rubySigils))
    set(UInt8(ascii: "-"), .dash, if: traits.contains(.dashOptions))
    set(UInt8(ascii: "/"), .comment, if: traits.contains(.regularExpressions))
    for open in quotes { set(unsafe open.utf8Start[0], .quote) }
    for open in comments { set(unsafe open.utf8Start[0], .comment) }
    return actions
  }
}

extension Language {
  /// A language that is all table.
  convenience init(_ label: String, _ names: String, _ grammar: Grammar) {
    self.init(label, names) { painter in
      var lexer = GrammarLexer(grammar)
      lexer.run(&painter)
    }
  }
}
