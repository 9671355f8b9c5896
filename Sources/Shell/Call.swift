public import Source

/// A simple command that runs something: a name and its arguments.
///
/// Its words are read as most programs read theirs: what begins with `-` is a flag, `--` ends the flags, one letter
/// behind one `-` is a flag of its own, and `=` gives a long flag its value. Which flags take the next word as their
/// value only the program knows; its rule says so.
public struct Call: Sendable {
  /// The script that it stands in.
  public let script: Script
  /// The command.
  public let command: Script.Command
  /// What is run, without quotes. Empty where that is an expansion, so that it is equal to no name.
  public let name: Bytes
  /// The name and what follows it, as indices into ``Script/words``.
  private let range: Range<Int>

  /// The words behind the name.
  public var arguments: ArraySlice<Script.Word> { script.tables.words[range.lowerBound + 1..<range.upperBound] }
  /// The word that is its name.
  public var nameWord: Script.Word { script.tables.words[range.lowerBound] }

  /// How many words of the command stand in front of the name.
  var nameIndex: Int { range.lowerBound - command.wordRange.start }

  init?(_ script: Script, _ command: Script.Command, skipping count: Int = 0) {
    let start = command.wordRange.start + count
    guard command.kind == .simple, start < command.wordRange.end else { return nil }
    self.script = script
    self.command = command
    range = start..<command.wordRange.end
    let word = script.tables.words[start]
    name = word.isLiteral ? script[word] : []
  }

  /// The bytes of a word without its quotes; expansions are left as written.
  public subscript(word: Script.Word) -> Bytes { script[word] }

  /// Where the command and its arguments stand, without what is in front of it.
  public var place: SourceRange {
    SourceRange(nameWord.range.start, (arguments.last ?? nameWord).range.end)
  }

  // MARK: Arguments

  /// Whether one of the arguments is `argument`.
  public func hasArgument(_ argument: StaticString) -> Bool {
    arguments.contains { script[$0] == argument }
  }

  /// Whether the first argument that is no flag is `operand`: the `install` of `apt-get -y install`.
  public func isCommand(_ operand: StaticString) -> Bool {
    operands.first.map { script[$0] == operand } ?? false
  }

  /// The arguments that are no flags. The values of flags that are words of their own are among them.
  public var operands: [Script.Word] { operands(besides: []) }

  /// The arguments that are neither flags nor the values of the flags named, which take the next word: `"t"` for
  /// `-t value`, `"target-release"` for `--target-release value`.
  public func operands(besidesValuesOf flags: StaticString...) -> [Script.Word] {
    operands(besides: flags)
  }

  private func operands(besides flags: [StaticString]) -> [Script.Word] {
    var operands: [Script.Word] = []
    var index = arguments.startIndex
    while index < arguments.endIndex {
      let text = script[arguments[index]]
      if text == "--" {
        operands += arguments[(index + 1)...]
        break
      }
      if !text.isFlag {
        operands.append(arguments[index])
      } else if flags.contains(where: { text.takesNext(asFlag: $0) }) {
        index += 1
      }
      index += 1
    }
    return operands
  }
}
