import Source

/// The text of a Markdown page without its markup, a block after the other.
///
/// It reads what notes are written in and no more: it need not build a tree to show a few words. What it does not know
/// stays as it is written. Every byte is looked at a bounded number of times.
struct MarkdownText: Sendable {
  /// A paragraph, an item of a list, a row of a table, a piece of code, or a heading.
  struct Block: Sendable {
    /// What a block is.
    enum Kind: Sendable {
      case prose
      case code
      case heading
    }

    /// What it is.
    var kind: Kind
    /// Where it stands in the text.
    var range: Range<Int>
  }

  /// The blocks' texts, with a line feed between them.
  private(set) var text: [UInt8] = []
  /// The blocks, in order; none is empty.
  private(set) var blocks: [Block] = []

  /// What is read.
  let source: [UInt8]
  /// Where opening brackets stand in the text.
  var brackets: [Int] = []
  /// Whether the line ends within a comment.
  var isComment = false

  /// Where the block began that is being read; nothing between blocks.
  private var start: Int?
  /// Whether that is a paragraph outside of lists, which a line of dashes may yet make a heading.
  private var isParagraph = false
  /// The fence around the code that is being read.
  private var fence: (mark: UInt8, count: Int, isQuoted: Bool)?

  /// A deleted byte, until its block ends.
  private static let nothing: UInt8 = 1

  /// The text of a page.
  init(_ markdown: [UInt8]) {
    source = markdown
    var index = 0
    while index < source.count {
      var end = index
      while end < source.count, source[end] != 0x0A { end += 1 }
      takeLine(index..<end)
      index = end + 1
    }
    endBlock(fence == nil ? .prose : .code)
  }

  // MARK: Blocks

  private mutating func takeLine(_ line: Range<Int>) {
    let first = isComment ? readComment(line) : line.lowerBound
    if isComment { return }
    let quoted = skipQuotes(first..<line.upperBound)
    if let fence { return readCode(fence.isQuoted ? quoted : line, fence) }
    let isQuoted = quoted.lowerBound > first
    var rest = skipBlanks(quoted)
    guard !rest.isEmpty else { return endBlock() }
    if openFence(rest, isQuoted: isQuoted) || readHeading(rest) || underline(rest) || isLeftOut(rest) { return }
    if source[rest.lowerBound] == UInt8(ascii: "|") { return readRow(rest) }
    if let item = skipListMarks(rest) {
      endBlock()
      rest = item
    } else if start == nil {
      isParagraph = !isQuoted
    }
    begin()
    readInlines(rest)
  }

  private mutating func readCode(_ line: Range<Int>, _ fence: (mark: UInt8, count: Int, isQuoted: Bool)) {
    let inner = skipBlanks(line)
    let marks = run(of: fence.mark, in: inner)
    if marks >= fence.count, skipBlanks(inner.lowerBound + marks..<inner.upperBound).isEmpty {
      endBlock(.code)
      self.fence = nil
      return
    }
    begin()
    for index in inner { append(source[index]) }
  }

  private mutating func openFence(_ line: Range<Int>, isQuoted: Bool) -> Bool {
    let mark = source[line.lowerBound]
    guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return false }
    let count = run(of: mark, in: line)
    guard count >= 3 else { return false }
    if mark == UInt8(ascii: "`"), source[line.lowerBound + count..<line.upperBound].contains(mark) { return false }
    endBlock()
    fence = (mark, count, isQuoted)
    return true
  }

  /// `## Heading ## {#id}`.
  private mutating func readHeading(_ line: Range<Int>) -> Bool {
    let count = run(of: UInt8(ascii: "#"), in: line)
    let rest = skipBlanks(line.lowerBound + count..<line.upperBound)
    guard (1...6).contains(count), rest.isEmpty || rest.lowerBound > line.lowerBound + count else { return false }
    endBlock()
    begin()
    readInlines(rest)
    endBlock(.heading)
    return true
  }

  /// The line below a heading that is underlined, or the rule between two paragraphs.
  private mutating func underline(_ line: Range<Int>) -> Bool {
    let mark = source[line.lowerBound]
    let bytes = source[line]
    if mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-"), start != nil, isParagraph,
      bytes.trimmed.count == run(of: mark, in: line)
    {
      endBlock(.heading)
      return true
    }
    guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: "*") || mark == UInt8(ascii: "_") else { return false }
    guard bytes.allSatisfy({ $0 == mark || $0.isSpace }), bytes.count(where: { $0 == mark }) >= 3 else { return false }
    endBlock()
    return true
  }

  /// Whether a line says nothing to readers: the rule below the head of a table, or where a reference leads.
  private mutating func isLeftOut(_ line: Range<Int>) -> Bool {
    let bytes = source[line]
    var (isRule, hasBar) = (true, false)
    for byte in bytes {
      if byte == UInt8(ascii: "|") {
        hasBar = true
      } else if byte != UInt8(ascii: "-"), byte != UInt8(ascii: ":"), !byte.isSpace {
        isRule = false
        break
      }
    }
    if isRule, hasBar { return true }
    guard bytes.hasPrefix("["), !bytes.hasPrefix("[^"), start == nil else { return false }
    guard let close = bytes.firstIndex(of: UInt8(ascii: "]")) else { return false }
    return close + 1 < line.upperBound && source[close + 1] == UInt8(ascii: ":")
  }

  private mutating func readRow(_ line: Range<Int>) {
    endBlock()
    begin()
    readInlines(line.lowerBound + 1..<line.upperBound, isRow: true)
    endBlock()
  }

  /// Begins a block, or another line of one.
  @inline(never)
  private mutating func begin() {
    if start != nil { return append(0x20) }
    if !text.isEmpty { text.append(0x0A) }
    start = text.count
  }

  /// Ends the block that is being read, if there is one; one without a text is none.
  @inline(never)
  private mutating func endBlock(_ kind: Block.Kind = .prose) {
    guard let start else { return }
    var end = start
    for index in start..<text.count where text[index] != Self.nothing {
      text[end] = text[index]
      end += 1
    }
    if kind == .heading { end = beforeID(start..<end) }
    while end > start, text[end - 1] == 0x20 { end -= 1 }
    text.removeLast(text.count - end)
    if end > start { blocks.append(Block(kind: kind, range: start..<end)) } else if start > 0 { text.removeLast() }
    self.start = nil
    isParagraph = false
    brackets = []
  }

  /// Where the words of a heading end, before `#` and `{#id}`.
  private func beforeID(_ heading: Range<Int>) -> Int {
    var end = text[heading].trimmed.endIndex
    if end > heading.lowerBound, text[end - 1] == UInt8(ascii: "}"),
      let brace = text[heading.lowerBound..<end].lastIndex(of: UInt8(ascii: "{")), text[brace...].hasPrefix("{#")
    {
      end = text[heading.lowerBound..<brace].trimmed.endIndex
    }
    var hashes = end
    while hashes > heading.lowerBound, text[hashes - 1] == UInt8(ascii: "#") { hashes -= 1 }
    return hashes == heading.lowerBound || text[hashes - 1] == 0x20 ? hashes : end
  }

  // MARK: The text

  /// Adds a byte; of blanks that follow each other, one.
  @inline(never)
  mutating func append(_ byte: UInt8) {
    if byte > 0x20 { return text.append(byte) }
    if let start, text.count > start, text[text.count - 1] != 0x20 { text.append(0x20) }
  }

  /// Takes back a byte of the block that is being read.
  mutating func delete(at place: Int) { text[place] = Self.nothing }

  /// Takes back what was read of the block since `place`.
  mutating func delete(from place: Int) { text.removeLast(text.count - place) }

  // MARK: What stands before a line

  @inline(never)
  private func skipBlanks(_ line: Range<Int>) -> Range<Int> {
    var index = line.lowerBound
    while index < line.upperBound, source[index].isSpace { index += 1 }
    return index..<line.upperBound
  }

  /// What follows the marks of quotes; those of a callout's kind go with them.
  private func skipQuotes(_ line: Range<Int>) -> Range<Int> {
    var rest = line
    while true {
      let inner = skipBlanks(rest)
      guard !inner.isEmpty, source[inner.lowerBound] == UInt8(ascii: ">") else { break }
      rest = inner.lowerBound + 1..<inner.upperBound
    }
    let inner = skipBlanks(rest)
    guard rest.lowerBound > line.lowerBound, source[inner].hasPrefix("[!"),
      let close = source[inner].firstIndex(of: UInt8(ascii: "]"))
    else { return rest }
    var index = close + 1
    if index < rest.upperBound, source[index] == UInt8(ascii: "-") || source[index] == UInt8(ascii: "+") { index += 1 }
    return index..<rest.upperBound
  }

  /// What follows the marks of a list's items and a task's box; nothing where no mark is.
  private func skipListMarks(_ line: Range<Int>) -> Range<Int>? {
    guard var rest = skipMark(line) else { return nil }
    while !rest.isEmpty, let inner = skipMark(rest) { rest = inner }
    let box = source[rest]
    let isTask = box.hasPrefix("[ ] ") || box.hasPrefix("[x] ") || box.hasPrefix("[X] ")
    return isTask ? rest.lowerBound + 4..<rest.upperBound : rest
  }

  /// What follows the mark of an item, a definition or a footnote; nothing where none is.
  private func skipMark(_ line: Range<Int>) -> Range<Int>? {
    var index = line.lowerBound
    switch source[index] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ":"): index += 1
    case UInt8(ascii: "["):
      guard source[line].hasPrefix("[^"), let close = source[line].firstIndex(of: UInt8(ascii: "]")),
        close + 1 < line.upperBound, source[close + 1] == UInt8(ascii: ":")
      else { return nil }
      return skipBlanks(close + 2..<line.upperBound)
    default:
      while index < line.upperBound, index - line.lowerBound < 9, source[index].isDigit { index += 1 }
      guard index > line.lowerBound, index < line.upperBound else { return nil }
      guard source[index] == UInt8(ascii: ".") || source[index] == UInt8(ascii: ")") else { return nil }
      index += 1
    }
    let rest = skipBlanks(index..<line.upperBound)
    return rest.lowerBound > index || rest.isEmpty ? rest : nil
  }

  /// How often a byte stands at the beginning of a line.
  @inline(never)
  func run(of byte: UInt8, in line: Range<Int>) -> Int {
    var index = line.lowerBound
    while index < line.upperBound, source[index] == byte { index += 1 }
    return index - line.lowerBound
  }
}
