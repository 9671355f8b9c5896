import Shell
package import Source

/// A session as a page shows it: commands, and below each what it prints.
///
/// ```console
/// #- export PORT=80
/// $ curl localhost:$PORT
/// Hello…
/// ```
///
/// A line `$ ` begins a command, `> ` right below it goes on with it; so do the line behind a `\` at a line's end and
/// the lines of a here-document. A line `#- ` is a command that is not shown. All else is output.
package struct Transcript: Sendable {
  /// A command with what it is to print.
  package struct Command: Sendable {
    /// What is typed, without prompts.
    package let text: [UInt8]
    /// Where it stands, from its prompt on: a range of the session's text.
    package let range: SourceRange
    /// Whether it is not shown: what it prints does not count.
    package let isHidden: Bool
    /// The lines below it: ranges of the session's text without their line feeds, without empty lines at the end.
    package internal(set) var output: [SourceRange] = []
  }

  /// What stands above the first command, and is no output of any.
  package private(set) var strayLines: [SourceRange] = []
  /// The commands, in order.
  package private(set) var commands: [Command] = []
  /// The session's text.
  package let source: SourceText

  /// Reads a session.
  package init(_ source: SourceText) {
    self.source = source
    var reader = LineReader(source.bytes, indent: Self.indent(of: source.bytes))
    while let line = reader.next() {
      let bytes = source.bytes[line]
      if HiddenLines.isHidden(bytes) {
        commands.append(
          Command(text: Array(HiddenLines.content(bytes)), range: line.sourceRange, isHidden: true))
      } else if bytes.hasPrefix("$ ") || bytes == "$" {
        commands.append(Self.command(beginningAt: line, in: source, &reader))
      } else if commands.isEmpty {
        if !bytes.trimmed.isEmpty { strayLines.append(line.sourceRange) }
      } else {
        commands[commands.count - 1].output.append(line.sourceRange)
      }
    }
    for index in commands.indices { trimOutput(of: index) }
  }

  /// How far the whole session is indented, as one is that stands behind a tab: the blanks before its first command.
  private static func indent(of text: [UInt8]) -> Int {
    let first = text.split(separator: UInt8(ascii: "\n")).first { !$0.allSatisfy(\.isSpace) } ?? []
    let blanks = first.prefix { $0 == 0x20 || $0 == 0x09 }
    let rest = first.dropFirst(blanks.count)
    return rest.hasPrefix("$ ") || HiddenLines.isHidden(rest) ? blanks.count : 0
  }

  private mutating func trimOutput(of index: Int) {
    while let last = commands[index].output.last, source.bytes(last).trimmed.isEmpty {
      commands[index].output.removeLast()
    }
  }

  /// The command whose first line is `first`, with the lines that go on with it.
  private static func command(
    beginningAt first: Range<Int>, in source: SourceText, _ reader: inout LineReader
  ) -> Command {
    var text = Array(source.bytes[first].dropFirst(2))
    var end = first.upperBound
    func add(_ line: Range<Int>, dropping count: Int) {
      text.append(UInt8(ascii: "\n"))
      text += source.bytes[line].dropFirst(count)
      end = line.upperBound
    }
    while let line = reader.peek() {
      let bytes = source.bytes[line]
      let hasPrompt = bytes.hasPrefix("> ") || bytes == ">"
      guard hasPrompt || text.endsOpen, !bytes.hasPrefix("$ ") else { break }
      reader.skip()
      add(line, dropping: hasPrompt ? 2 : 0)
    }
    for delimiter in heredocs(openIn: text) {
      while let line = reader.next() {
        let bytes = source.bytes[line]
        add(line, dropping: 0)
        if bytes.drop(while: { delimiter.stripsTabs && $0 == 0x09 }).elementsEqual(delimiter.name) { break }
      }
    }
    return Command(text: text, range: SourceRange(first.lowerBound, end), isHidden: false)
  }

  /// The here-documents that a command opens and does not end.
  private static func heredocs(openIn text: [UInt8]) -> [(name: [UInt8], stripsTabs: Bool)] {
    guard text[...].contains("<<") else { return [] }
    let script = Script(parsing: SourceText(path: "", bytes: text))
    return script.heredocs.filter { !$0.isTerminated }.map { heredoc in
      (Array(script[heredoc.delimiter]), heredoc.stripsTabs)
    }
  }

  /// The bytes of a line.
  package subscript(line: SourceRange) -> Bytes {
    source.bytes(line)
  }
}

extension [UInt8] {
  /// Whether the next line belongs to it: it ends with a backslash that is not itself escaped.
  fileprivate var endsOpen: Bool {
    reversed().prefix { $0 == UInt8(ascii: "\\") }.count % 2 == 1
  }
}

/// Goes through the lines of a text.
struct LineReader {
  private let bytes: [UInt8]
  /// How many blanks are left out at the beginning of each line.
  private let indent: Int
  private var index = 0

  init(_ bytes: [UInt8], indent: Int = 0) {
    self.bytes = bytes
    self.indent = indent
  }

  /// The next line without its line feed, not taken.
  func peek() -> Range<Int>? {
    guard index < bytes.count else { return nil }
    let line = bytes[index...].prefix { $0 != UInt8(ascii: "\n") }
    let blanks = line.prefix(indent).prefix { $0 == 0x20 || $0 == 0x09 }
    return blanks.endIndex..<line.endIndex
  }

  /// The next line.
  mutating func next() -> Range<Int>? {
    guard let line = peek() else { return nil }
    index = line.upperBound + 1
    return line
  }

  /// Passes the next line over.
  mutating func skip() { _ = next() }
}

extension Range<Int> {
  var sourceRange: SourceRange { SourceRange(lowerBound, upperBound) }
}
