public import Source

extension Dockerfile {
  /// Reads a Dockerfile, whatever is in it.
  ///
  /// It follows BuildKit's parser line by line. Where that one stops, this one says so and goes on with the next line.
  /// A fragment may do without instructions: it shows a comment or a directive.
  public init(parsing source: SourceText, isFragment: Bool = false) {
    var parser = DockerfileParser(source)
    parser.readLines()
    self = parser.finish(isFragment: isFragment)
  }
}

/// Puts lines together to instructions.
struct DockerfileParser {
  private let source: SourceText
  private var lines: LineReader
  private var joined = JoinedText()
  private var directives: DirectiveReader
  private var comments: [Comment] = []
  /// The first of the comments that stand above the next line without a blank line between.
  private var block = 0
  private var instructions: [Instruction] = []
  private var problems = Problems()

  /// The longest line that the builder reads, in bytes without the line feed.
  static let maxLineLength = 65535

  init(_ source: SourceText) {
    self.source = source
    lines = LineReader(source.bytes)
    directives = DirectiveReader(source)
  }

  mutating func readLines() {
    while let line = nextLine() {
      let content = Space.trimmedAtFront(source.bytes(line.range))
      if content.first == UInt8(ascii: "#") {
        readComment(content.range)
      } else if content.isEmpty {
        directives.end()
        block = comments.count
      } else {
        directives.end()
        readInstruction(from: content.range, of: line)
        block = comments.count
      }
    }
  }

  /// The next line; one that is too long is taken all the same, and said so once.
  private mutating func nextLine() -> LineReader.Line? {
    guard let line = lines.next() else { return nil }
    if line.range.count > Self.maxLineLength {
      problems.report(
        "Line of \(line.range.count) bytes, where the builder reads no more than \(Self.maxLineLength)",
        at: source.place(line.range))
    }
    return line
  }

  private mutating func readComment(_ range: SourceRange) {
    if directives.take(range, &problems) {
      block = comments.count
    } else {
      comments.append(Comment(range: range, instruction: instructions.count, isInside: false))
    }
  }

  /// Reads an instruction to the end of its last line, with the heredocs below.
  private mutating func readInstruction(from first: SourceRange, of line: LineReader.Line) {
    let above = block..<comments.count
    var (content, isContinued) = withoutContinuation(first)
    if !isContinued, content.isEmpty { return }
    let start = joined.count
    var last = line
    var blankLines: [SourceRange] = []
    joined.append(source.bytes(content))
    while isContinued, let line = nextLine() {
      last = line
      let visible = Space.trimmedAtFront(source.bytes(line.range))
      if visible.first == UInt8(ascii: "#") {
        comments.append(Comment(range: visible.range, instruction: instructions.count, isInside: true))
      } else if visible.isEmpty {
        blankLines.append(line.range)
      } else {
        (content, isContinued) = withoutContinuation(line.range)
        joined.append(source.bytes(content))
      }
    }
    let end = joined.count
    joined.append(source.bytes(last.lineFeed))
    finishInstruction(SourceRange(start, end), comments: above, blankLines: blankLines)
  }

  private mutating func finishInstruction(_ range: SourceRange, comments: Range<Int>, blankLines: [SourceRange]) {
    var (draft, tokens) = readDraft(range)
    var heredocs: [Heredoc] = []
    for token in tokens {
      let (heredoc, isEnded) = readBody(of: token)
      heredocs.append(heredoc)
      guard !isEnded else { continue }
      draft.problems.append(
        Draft.Problem("Heredoc '\(token.name[...].string)' without a line that ends it", at: token.range))
    }
    draft.attach(heredocs, comments: comments, blankLines: blankLines)
    problems.add(draft.problems)
    instructions.append(draft.instruction)
  }

  /// Reads the line of an instruction. Nothing holds the text when this is done, so that it grows in place.
  private func readDraft(_ range: SourceRange) -> (Draft, [HeredocToken]) {
    var reader = InstructionReader(joined.bytes, escape: directives.escape)
    let draft = reader.read(range)
    return (draft, draft.mayHaveHeredocs ? HeredocToken.all(in: joined.bytes[range.start..<range.end]) : [])
  }

  /// Takes lines up to the one that ends the heredoc.
  private mutating func readBody(of token: HeredocToken) -> (Heredoc, isEnded: Bool) {
    let start = joined.count
    var end = start
    var isEnded = false
    while !isEnded, let line = nextLine() {
      var content = source.bytes(line.range)
      if token.stripsTabs { content = content.drop { $0 == UInt8(ascii: "\t") } }
      isEnded = content == token.name[...]
      joined.append(source.bytes(SourceRange(line.range.start, line.next)))
      if !isEnded { end = joined.count }
    }
    let heredoc = Heredoc(
      token: token.range, name: Word(token.nameRange, decoded: token.name), isExpanded: token.isExpanded,
      stripsTabs: token.stripsTabs, body: SourceRange(start, end), range: SourceRange(start, joined.count))
    return (heredoc, isEnded)
  }

  /// A line without the escape character that continues it, and whether there was one.
  ///
  /// One that stands behind another escape character does not continue the line, in whatever number they come.
  private func withoutContinuation(_ range: SourceRange) -> (SourceRange, Bool) {
    let bytes = source.bytes
    var end = range.end
    while end > range.start, bytes[end - 1] == UInt8(ascii: " ") || bytes[end - 1] == UInt8(ascii: "\t") { end -= 1 }
    guard end > range.start, bytes[end - 1] == directives.escape else { return (range, false) }
    if end - 1 > range.start, bytes[end - 2] == directives.escape { return (range, false) }
    return (SourceRange(range.start, end - 1), true)
  }

  mutating func finish(isFragment: Bool) -> Dockerfile {
    let text = joined.finish(in: source)
    if instructions.isEmpty, !isFragment {
      let isBlank = source.bytes.isEmpty
      problems.report(
        isBlank ? "Empty file, where a Dockerfile begins with FROM" : "No instruction in the whole file",
        at: source.place(SourceRange(at: isBlank ? 0 : source.bytes.count)))
    }
    return Dockerfile(
      source: source, text: text, escape: directives.escape, directives: directives.found, comments: comments,
      instructions: instructions, stages: StageReader.stages(of: instructions), problems: problems.diagnostics(in: text)
    )
  }
}
