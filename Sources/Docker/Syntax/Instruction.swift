public import Source

/// An instruction as it is written.
///
/// It never changes, and it is one reference: a hundred rules look at it, and a struct of five arrays is dear to copy.
public final class Instruction: Sendable {
  /// What it is; nothing where there is no such instruction.
  public let keyword: Keyword?
  /// Where its keyword stands.
  public let keywordRange: SourceRange
  /// The whole instruction with its heredocs.
  public let range: SourceRange
  /// The words that begin with `--` behind the keyword.
  public let flags: [Flag]
  /// What follows them.
  public let arguments: Arguments
  /// All that follows them, without white space at either end.
  public let argumentsRange: SourceRange
  /// The texts that stand below it, in order.
  public let heredocs: [Heredoc]
  /// The comments directly above it, without a blank line between: indices of `Dockerfile.comments`.
  public let comments: Range<Int>
  /// The blank lines between its lines: ranges of `Dockerfile.source`.
  public let blankLines: [SourceRange]

  init(
    keyword: Keyword?, keywordRange: SourceRange, range: SourceRange, flags: [Flag], arguments: Arguments,
    argumentsRange: SourceRange, heredocs: [Heredoc] = [], comments: Range<Int> = 0..<0, blankLines: [SourceRange] = []
  ) {
    self.keyword = keyword
    self.keywordRange = keywordRange
    self.range = range
    self.flags = flags
    self.arguments = arguments
    self.argumentsRange = argumentsRange
    self.heredocs = heredocs
    self.comments = comments
    self.blankLines = blankLines
  }

  /// The flag of this name, without its dashes.
  public func flag(_ name: StaticString, in file: Dockerfile) -> Flag? {
    flags.first { file[$0.name] == name }
  }
}

/// What an instruction takes, by the way in which it is written.
public enum Arguments: Sendable {
  /// What RUN, CMD, ENTRYPOINT and SHELL take.
  case command(Command)
  /// What HEALTHCHECK takes: `NONE`, or `CMD` and a command; another first word where it is wrong.
  case health(type: Word, Command)
  /// Words between white space, or the elements of a JSON array: FROM, ADD, COPY, VOLUME, EXPOSE.
  case words([Word], isJSON: Bool)
  /// Names with values: ENV, LABEL, ARG.
  case pairs([Pair])
  /// The rest of the line: WORKDIR, USER, STOPSIGNAL, MAINTAINER.
  case value(Word)
  /// The instruction behind ONBUILD.
  case trigger(Instruction)
  /// Nothing, or what could not be read.
  case none
}

/// A command in one of its two forms.
public enum Command: Sendable {
  /// A text for the shell.
  case shell(SourceRange)
  /// A JSON array: the program and its arguments.
  case exec([Word])
}

/// A word, with its place.
public struct Word: Sendable {
  /// Where it stands, in `Dockerfile.text`; of a JSON string what is between its quotes.
  public let range: SourceRange
  /// Its bytes where they are others than those that stand there: escapes of JSON, quotes in flags.
  let decoded: [UInt8]?

  /// The word that stands at `range`.
  init(_ range: SourceRange, decoded: [UInt8]? = nil) {
    self.range = range
    self.decoded = decoded
  }
}

/// A flag: `--name` or `--name=value`.
public struct Flag: Sendable {
  /// From its dashes to its end.
  public let range: SourceRange
  /// Its name, without dashes.
  public let name: Word
  /// Its value; nothing where it has no `=`.
  public let value: Word?
}

/// A name with its value.
public struct Pair: Sendable {
  /// How it is written.
  public enum Form: Sendable {
    /// `name=value`
    case assigned
    /// `name value`, the old form of ENV and LABEL: the value is the rest of the line.
    case legacy
    /// `name`, as ARG takes it.
    case bare
  }

  /// Its name.
  public let name: Word
  /// Its value as written, with quotes; nothing where there is none.
  public let value: Word?
  /// How it is written.
  public let form: Form
  /// Both.
  public let range: SourceRange
}

/// A text below an instruction, up to the line that ends it.
public struct Heredoc: Sendable {
  /// What opens it, such as `<<-EOF`, in the line of the instruction.
  public let token: SourceRange
  /// The word that ends it, without quotes.
  public let name: Word
  /// Whether variables in it are replaced: its word is written without quotes.
  public let isExpanded: Bool
  /// Whether tabs at the beginning of its lines are taken away: it is opened by `<<-`.
  public let stripsTabs: Bool
  /// The lines between, with their line feeds.
  public let body: SourceRange
  /// The same with the line that ends it.
  public let range: SourceRange
}
