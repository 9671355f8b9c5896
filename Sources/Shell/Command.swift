public import Source

extension Script {
  /// A command: a simple one, or a compound one with commands within.
  public struct Command: Sendable {
    /// What a command can be.
    public enum Kind: UInt8, Sendable {
      /// A program, builtin or function with its arguments; or assignments or redirections alone.
      case simple
      /// `( … )`
      case subshell
      /// `{ …; }`
      case group
      /// `if …; then …; fi`
      case conditional
      /// `while …; do …; done`
      case whileLoop
      /// `until …; do …; done`
      case untilLoop
      /// `for x in …; do …; done`
      case forLoop
      /// `for ((…)); do …; done`
      case arithmeticFor
      /// `select x in …; do …; done`
      case select
      /// `case x in … esac`; its branches are within.
      case caseSelection
      /// `a | b) …;;` within a `case`
      case branch
      /// `f() …` or `function f …`
      case function
      /// `[[ … ]]`
      case condition
      /// `(( … ))`
      case arithmetic
    }

    /// What a command is to the one that it is within.
    public enum Role: UInt8, Sendable {
      /// It is a part of its body, or of the script.
      case body
      /// It decides: between `if` or `elif` and `then`, or between `while` or `until` and `do`.
      case condition
      /// It stands behind `else`.
      case otherwise
      /// It stands in `$(…)` or backquotes.
      case substitution
      /// It stands in `<(…)` or `>(…)`.
      case processSubstitution
    }

    /// What connects a command to the next.
    public enum Connector: UInt8, Sendable {
      /// Nothing follows.
      case end
      /// `|`
      case pipe
      /// `|&`
      case pipeAll
      /// `&&`
      case and
      /// `||`
      case or
      /// `;`
      case semicolon
      /// `&`
      case background
      /// A line feed.
      case newline
    }

    /// What it is.
    public internal(set) var kind: Kind
    /// What it is to the command that it is within.
    public let role: Role
    /// What follows it: within its pipeline, or behind it.
    public internal(set) var connector = Connector.end
    /// From its first byte to its last, with redirections.
    public internal(set) var range: SourceRange
    /// Its pipeline, as an index into ``Script/pipelines``. A branch of a `case` has that of the `case`.
    public let pipeline: Int
    /// Where the commands go on behind those within this one, as an index into ``Script/commands``. Those in the text of
    /// a here-document come later.
    public internal(set) var end = 0
    let parentIndex: Int
    var wordRange = SourceRange(at: 0)
    var assignmentRange = SourceRange(at: 0)
    var redirectionRange = SourceRange(at: 0)

    /// The command that it is within, as an index into ``Script/commands``.
    public var parent: Int? { parentIndex < 0 ? nil : parentIndex }

    init(_ kind: Kind, _ role: Role, at start: Int, pipeline: Int, parent: Int) {
      self.kind = kind
      self.role = role
      range = SourceRange(at: start)
      self.pipeline = pipeline
      parentIndex = parent
    }
  }

  /// Commands that hand their output on: `a | b | c`.
  public struct Pipeline: Sendable {
    /// From its first byte to its last, with `!` and `time`.
    public internal(set) var range: SourceRange
    /// Whether `!` stands in front.
    public internal(set) var isNegated = false
    /// Whether `time` stands in front.
    public internal(set) var isTimed = false
    /// How many commands it has.
    public internal(set) var count = 0
    /// Its first command, as an index into ``Script/commands``.
    public internal(set) var first = 0
    /// Its last command, as an index into ``Script/commands``.
    public internal(set) var last = 0
    /// What follows it.
    public internal(set) var connector = Command.Connector.end

    init(at start: Int) {
      range = SourceRange(at: start)
    }
  }

  /// `NAME=value` in front of a command or without one.
  public struct Assignment: Sendable {
    /// All of it.
    public let range: SourceRange
    /// The name of the variable.
    public let name: SourceRange
    /// What is between `[` and `]` behind the name; empty where there is none.
    public let index: SourceRange
    /// Whether it is written `+=`.
    public let isAppended: Bool
    /// What is behind the `=`; of an array its one part is ``Part/Kind/array``.
    public let value: Word
  }

  /// A redirection, such as `2>/dev/null`.
  public struct Redirection: Sendable {
    /// What a redirection can be.
    public enum Kind: UInt8, Sendable {
      /// `<`
      case input
      /// `>`
      case output
      /// `>>`
      case append
      /// `>|`
      case clobber
      /// `<>`
      case readWrite
      /// `<&`
      case duplicateInput
      /// `>&`
      case duplicateOutput
      /// `&>`
      case outputAndErrors
      /// `&>>`
      case appendOutputAndErrors
      /// `<<` or `<<-`
      case heredoc
      /// `<<<`
      case herestring
    }

    /// What it is.
    public let kind: Kind
    /// All of it.
    public let range: SourceRange
    /// The number or `{name}` in front; empty where there is none.
    public let descriptor: SourceRange
    /// `<`, `>>`, …
    public let sign: SourceRange
    /// What is behind: a file, a descriptor, a text, or the word that ends a here-document.
    public let target: Word
  }

  /// A here-document: the lines behind a command that are its input.
  public struct Heredoc: Sendable {
    /// The command that has it, as an index into ``Script/commands``.
    public let command: Int
    /// The word that ends it, as written.
    public let delimiter: Word
    /// Whether tabs at the beginning of its lines are taken away: it is opened by `<<-`.
    public let stripsTabs: Bool
    /// Whether variables in it are replaced: the word that ends it is written without quotes.
    public let isExpanded: Bool
    /// The lines between, with their line feeds.
    public internal(set) var body: SourceRange
    /// What the lines are made of, as a word; nothing but one literal part where they are not expanded.
    public internal(set) var text: Word
    /// Whether the word that ends it is there.
    public internal(set) var isTerminated = false
  }
}
