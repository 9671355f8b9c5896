public import Source

/// A shell script, as POSIX shells and Bash read it: its commands in the order in which they begin.
///
/// The parser understands the syntax of all shells at once, as far as they agree; which of it a given shell has is for
/// rules to say. Parsing is total: after the first ``problem`` nothing more is read, and what was read before is kept.
/// Nothing is copied from the text, and all ranges are ranges of it. A script is one reference; copies cost nothing.
///
/// ```swift
/// let script = Script(parsing: text, in: range)
/// for call in script.calls where call.name == "apt-get" && call.hasArgument("install") {
///   for package in call.operands.dropFirst() { … script[package] … package.range … }
/// }
/// ```
public struct Script: Sendable {
  let tables: Tables

  /// What a script is made of. Indices of one table into another are plain numbers.
  final class Tables: Sendable {
    let source: SourceText
    let range: SourceRange
    let commands: [Command]
    let pipelines: [Pipeline]
    let words: [Word]
    let parts: [Part]
    let assignments: [Assignment]
    let redirections: [Redirection]
    let heredocs: [Heredoc]
    let comments: [SourceRange]
    let decoded: [UInt8]
    let problem: Problem?

    init(_ parser: consuming Parser, source: SourceText, range: SourceRange) {
      self.source = source
      self.range = range
      commands = parser.commands
      pipelines = parser.pipelines
      words = parser.words
      parts = parser.parts
      assignments = parser.assignments
      redirections = parser.redirections
      heredocs = parser.heredocs
      comments = parser.comments
      decoded = parser.decoded
      problem = parser.problem
    }
  }

  /// The script that stands in a stretch of `source`: the arguments of a RUN, or the body of a heredoc.
  public init(parsing source: SourceText, in range: SourceRange) {
    let end = min(range.end, source.bytes.count)
    let range = SourceRange(min(range.start, end), end)
    var parser = Parser(source.bytes, range)
    parser.parse()
    tables = Tables(parser, source: source, range: range)
  }

  /// The script that is the whole of `source`.
  public init(parsing source: SourceText) {
    self.init(parsing: source, in: SourceRange(0, source.bytes.count))
  }

  /// The text that all ranges are ranges of.
  public var source: SourceText { tables.source }
  /// Where the script stands in it.
  public var range: SourceRange { tables.range }
  /// All commands, simple and compound, in the order in which they begin; those within others too.
  public var commands: [Command] { tables.commands }
  /// The pipelines, in the order in which they begin; a command without a pipe is a pipeline of one.
  public var pipelines: [Pipeline] { tables.pipelines }
  /// The words of all commands; those of one command stand together.
  public var words: [Word] { tables.words }
  /// What words are made of; the parts of one word stand together.
  public var parts: [Part] { tables.parts }
  /// The here-documents, in the order in which they are opened.
  public var heredocs: [Heredoc] { tables.heredocs }
  /// The comments, from `#` to the end of the line.
  public var comments: [SourceRange] { tables.comments }
  /// The first thing that a shell would not read; nothing where it reads all.
  public var problem: Problem? { tables.problem }
}

extension Script {
  /// Why a script cannot be read.
  public struct Problem: Sendable {
    /// What is wrong, in headline style.
    public let message: String
    /// Where: what is not expected, or what is opened and never closed.
    public let range: SourceRange
  }

  /// The bytes of a stretch of the text.
  public subscript(range: SourceRange) -> Bytes {
    tables.source.bytes(range)
  }

  /// The bytes of a word without its quotes and escapes; expansions and globs are left as they are written.
  public subscript(word: Word) -> Bytes {
    word.isDecoded ? tables.decoded[word.text.start..<word.text.end] : tables.source.bytes(word.text)
  }

  /// The value of a word that is the same in every run: one without expansions. Globs and braces count as they are
  /// written.
  public func literal(_ word: Word) -> Bytes? {
    word.isLiteral ? self[word] : nil
  }

  /// What a word is made of, each part before those within it. Skip what is within a part by going on at its
  /// ``Part/end``.
  public func parts(of word: Word) -> ArraySlice<Part> {
    tables.parts[word.partRange.start..<word.partRange.end]
  }

  /// What a command is given. Of a simple command its name comes first; of `for` and `select` the variable and then the
  /// list, of `case` its subject, of a branch its patterns, of a function its name, of `[[` what is between the brackets.
  public func words(of command: Command) -> ArraySlice<Word> {
    tables.words[command.wordRange.start..<command.wordRange.end]
  }

  /// The variables that are set in front of a command, or without one.
  public func assignments(of command: Command) -> ArraySlice<Assignment> {
    tables.assignments[command.assignmentRange.start..<command.assignmentRange.end]
  }

  /// The redirections of a command.
  public func redirections(of command: Command) -> ArraySlice<Redirection> {
    tables.redirections[command.redirectionRange.start..<command.redirectionRange.end]
  }

  /// The pipeline that a command is a part of.
  public func pipeline(of command: Command) -> Pipeline {
    tables.pipelines[command.pipeline]
  }

  /// The command that a command is within: a compound one, or one with a substitution.
  public func parent(of command: Command) -> Command? {
    command.parent.map { tables.commands[$0] }
  }

  /// Whether a command is within one that meets a condition, at any distance.
  public func isWithin(_ command: Command, where condition: (Command) -> Bool) -> Bool {
    var command = command
    while let parent = parent(of: command) {
      if condition(parent) { return true }
      command = parent
    }
    return false
  }
}
