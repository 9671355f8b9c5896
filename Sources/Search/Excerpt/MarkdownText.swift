import Source

/// The text of a Markdown page without its markup, a block after the other.
///
/// It reads what notes are written in and no more: it need not build a tree to show a few words. What it does not know
/// stays as it is written. Every byte is looked at a bounded number of times.
///
/// Every page that is searched loads this code; it is written to be small.
struct MarkdownText: Sendable {
  /// A paragraph, an item of a list, a row of a table, a piece of code, or a heading.
  struct Block: Sendable {
    /// What a block is.
    enum Kind: UInt8, Sendable {
      case prose
      case code
      case heading
    }

    /// What it is.
    let kind: Kind
    /// Where it stands in the text.
    let range: Range<Int>
  }

  /// The blocks' texts, with a line feed between them.
  private(set) var text: [UInt8] = []
  /// The blocks, in order; none is empty.
  private(set) var blocks: [Block] = []

  private let source: [UInt8]
  /// The place in the source, and the end of its line.
  var index = 0
  private(set) var end = 0
  /// Whether the line before ended within a comment.
  var isComment = false
  /// Where opening brackets stand in the text.
  var brackets: [Int] = []

  /// Where the block began that is being read; -1 between blocks.
  private var start = -1
  /// Whether that is a paragraph outside of lists, which a line of dashes may yet make a heading.
  private var isParagraph = false
  /// The fence around the code that is being read: how long it is, 0 for none; its mark; whether it stands in a quote.
  private var fence = 0
  private var fenceMark: UInt8 = 0
  private var isFenceQuoted = false

  /// A deleted byte, until its block ends.
  private static let nothing: UInt8 = 1

  /// The text of a page.
  init(_ markdown: [UInt8]) {
    source = markdown
    while index < source.count {
      end = index
      while end < source.count, source[end] != 0x0A { end += 1 }
      takeLine()
      index = end + 1
    }
    endBlock(fence > 0 ? .code : .prose)
  }

  // MARK: Bytes

  /// The byte that stands a little further on in the line; a line feed behind its end.
  @inline(never)
  func peek(_ offset: Int = 0) -> UInt8 {
    let place = index + offset
    return place < end && place >= 0 ? source[place] : 0x0A
  }

  /// How often the byte that stands `offset` further on is repeated.
  @inline(never)
  func run(_ offset: Int = 0) -> Int {
    let byte = peek(offset)
    var count = 0
    while index + offset + count < end, source[index + offset + count] == byte { count += 1 }
    return count
  }

  /// How far a byte is away, looked for from `offset` on; -1 where it is not in the line, or too far away.
  @inline(never)
  func distance(to byte: UInt8, from offset: Int = 0) -> Int {
    var place = offset
    while index + place < end, place < Self.reach {
      if source[index + place] == byte { return place }
      place += 1
    }
    return -1
  }

  /// How far the end of a link, a tag or a piece of code is looked for, in bytes.
  static let reach = 400

  /// Whether the rest of the line has only such bytes.
  @inline(never)
  private func isMade(of bytes: StaticString) -> Bool {
    for place in index..<end {
      var isOne = false
      for number in 0..<bytes.utf8CodeUnitCount where unsafe bytes.utf8Start[number] == source[place] { isOne = true }
      if !isOne { return false }
    }
    return true
  }

  @inline(never)
  private mutating func skipBlanks() {
    while index < end, source[index] <= 0x20 { index += 1 }
  }

  // MARK: Blocks

  private mutating func takeLine() {
    if isComment {
      skipComment()
      if isComment { return }
    }
    let first = index
    skipQuotes()
    let isQuoted = index > first
    if fence > 0 {
      if !isFenceQuoted { index = first }
      return takeCode()
    }
    skipBlanks()
    guard index < end else { return endBlock(.prose) }
    if !takeMark(isQuoted: isQuoted) { takeText(isQuoted: isQuoted) }
  }

  private mutating func takeCode() {
    skipBlanks()
    let count = run()
    if peek() == fenceMark, count >= fence, index + count == end || peek(count) <= 0x20 {
      endBlock(.code)
      fence = 0
      return
    }
    begin()
    while index < end {
      append(source[index])
      index += 1
    }
  }

  /// Reads a line that is told by its first byte: the fence of code, a heading, a rule, a row of a table, and those that
  /// say nothing to readers.
  private mutating func takeMark(isQuoted: Bool) -> Bool {
    let count = run()
    switch peek() {
    case UInt8(ascii: "`") where count >= 3 && distance(to: UInt8(ascii: "`"), from: count) < 0,
      UInt8(ascii: "~") where count >= 3:
      endBlock(.prose)
      (fence, fenceMark, isFenceQuoted) = (count, peek(), isQuoted)
    case UInt8(ascii: "#") where count <= 6 && peek(count) <= 0x20:
      index += count
      takeBlock(.heading)
    case UInt8(ascii: "=") where isParagraph && isMade(of: "= \t\r"),
      UInt8(ascii: "-") where isParagraph && isMade(of: "- \t\r"):
      endBlock(.heading)
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "_"):
      guard count >= 3, isMade(of: "-*_ \t\r") else { return false }
      endBlock(.prose)
    case UInt8(ascii: "|"):
      if !isMade(of: "|-: \t\r") { takeBlock(.prose) }
    case UInt8(ascii: "[") where start < 0 && peek(1) != UInt8(ascii: "^"):
      let close = distance(to: UInt8(ascii: "]"))
      return close > 0 && peek(close + 1) == UInt8(ascii: ":")
    default: return false
    }
    return true
  }

  /// Reads the rest of the line as a block of its own.
  private mutating func takeBlock(_ kind: Block.Kind) {
    endBlock(.prose)
    begin()
    let isRow = kind == .prose
    if isRow { index += 1 }
    takeInlines(isRow: isRow)
    endBlock(kind)
  }

  private mutating func takeText(isQuoted: Bool) {
    let first = index
    while skipMark() {}
    if index > first {
      endBlock(.prose)
      if peek() == UInt8(ascii: "["), peek(2) == UInt8(ascii: "]"), peek(3) == 0x20 { index += 4 }
    } else if start < 0 {
      isParagraph = !isQuoted
    }
    begin()
    takeInlines(isRow: false)
  }

  /// Begins a block, or another line of one.
  @inline(never)
  private mutating func begin() {
    if start >= 0 { return append(0x20) }
    if !text.isEmpty { text.append(0x0A) }
    start = text.count
  }

  /// Ends the block that is being read, if there is one; one without a text is none.
  @inline(never)
  private mutating func endBlock(_ kind: Block.Kind) {
    guard start >= 0 else { return }
    var last = start
    for place in start..<text.count where text[place] != Self.nothing {
      // `{#id}` is no part of a heading.
      if kind == .heading, text[place] == UInt8(ascii: "#"), last > start, text[last - 1] == UInt8(ascii: "{") {
        last -= 1
        break
      }
      text[last] = text[place]
      last += 1
    }
    while last > start, text[last - 1] == 0x20 || kind == .heading && text[last - 1] == UInt8(ascii: "#") { last -= 1 }
    delete(from: last > start ? last : max(start - 1, 0))
    if last > start { blocks.append(Block(kind: kind, range: start..<last)) }
    start = -1
    isParagraph = false
    brackets = []
  }

  // MARK: The text

  /// Adds a byte; of blanks that follow each other, one.
  @inline(never)
  mutating func append(_ byte: UInt8) {
    if byte > 0x20 || text.count > start && text[text.count - 1] > 0x20 { text.append(max(byte, 0x20)) }
  }

  /// Takes back a byte of the block that is being read.
  mutating func delete(at place: Int) { text[place] = Self.nothing }

  /// Takes back all since `place`.
  @inline(never)
  mutating func delete(from place: Int) {
    while text.count > place { text.removeLast() }
  }

  // MARK: What stands before a line

  /// Passes over the marks of quotes and, with them, those of a callout's kind.
  private mutating func skipQuotes() {
    var rest = index
    while true {
      skipBlanks()
      guard peek() == UInt8(ascii: ">") else { break }
      index += 1
      rest = index
    }
    let close = distance(to: UInt8(ascii: "]"))
    if rest == index || peek() != UInt8(ascii: "[") || peek(1) != UInt8(ascii: "!") || close < 0 {
      index = rest
    } else {
      index += close + 1
      if peek() == UInt8(ascii: "-") || peek() == UInt8(ascii: "+") { index += 1 }
    }
  }

  /// Passes over the mark of an item, a definition or a footnote, if one is there.
  private mutating func skipMark() -> Bool {
    var count = 0
    switch peek() {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ":"): count = 1
    case UInt8(ascii: "["):
      count = distance(to: UInt8(ascii: "]"))
      guard peek(1) == UInt8(ascii: "^"), count > 0, peek(count + 1) == UInt8(ascii: ":") else { return false }
      count += 2
    default:
      while count < 9, peek(count).isDigit { count += 1 }
      guard count > 0, peek(count) == UInt8(ascii: ".") || peek(count) == UInt8(ascii: ")") else { return false }
      count += 1
    }
    guard peek(count) <= 0x20 else { return false }
    index = min(index + count, end)
    skipBlanks()
    return true
  }
}
