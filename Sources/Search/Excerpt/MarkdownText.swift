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

  /// Where the block began that is being read; -1 between blocks.
  private var start = -1
  /// The fence around the code that is being read: how long it is, 0 for none, and its mark.
  private var fence = 0
  private var fenceMark: UInt8 = 0

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

  /// How often the byte of this place is repeated.
  @inline(never)
  func run() -> Int {
    var count = 1
    while peek(count) == peek(), index + count < end { count += 1 }
    return count
  }

  /// How far away a byte is; 0 where it is not in the line behind this place, or too far away.
  @inline(never)
  func distance(to byte: UInt8) -> Int {
    var place = 1
    while index + place < end, place < Self.reach {
      if source[index + place] == byte { return place }
      place += 1
    }
    return 0
  }

  /// How far the end of a link or a tag is looked for, in bytes.
  private static let reach = 400

  @inline(never)
  private mutating func skipBlanks() {
    while index < end, source[index] <= 0x20 { index += 1 }
  }

  // MARK: Blocks

  private mutating func takeLine() {
    if isComment { skipComment() }
    skipBlanks()
    while peek() == UInt8(ascii: ">") {
      index += 1
      skipBlanks()
    }
    if fence > 0 { return takeCode() }
    if isRule() { return endBlock(.prose) }
    let count = run()
    switch peek() {
    case UInt8(ascii: "`") where count >= 3, UInt8(ascii: "~") where count >= 3:
      endBlock(.prose)
      (fence, fenceMark) = (count, peek())
    case UInt8(ascii: "#") where count <= 6 && peek(count) <= 0x20:
      index += count
      takeBlock(.heading)
    case UInt8(ascii: "|"):
      index += 1
      takeBlock(.prose)
    case UInt8(ascii: "[") where isDefinition(): return
    default: takeText()
    }
  }

  private mutating func takeCode() {
    if peek() == fenceMark, run() >= fence {
      endBlock(.code)
      fence = 0
      return
    }
    begin()
    copy(end - index)
  }

  /// Whether the rest of the line is blank or a rule: between paragraphs, below a heading, or below the head of a table.
  private func isRule() -> Bool {
    for place in index..<end {
      switch source[place] {
      case UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "|"),
        UInt8(ascii: ":"), 0...0x20:
        continue
      default: return false
      }
    }
    return true
  }

  /// Whether the line says where a reference leads.
  private func isDefinition() -> Bool {
    let close = distance(to: UInt8(ascii: "]"))
    return start < 0 && peek(1) != UInt8(ascii: "^") && peek(close + 1) == UInt8(ascii: ":")
  }

  /// Reads the rest of the line as a block of its own: a heading, or else a row of a table.
  private mutating func takeBlock(_ kind: Block.Kind) {
    endBlock(.prose)
    begin()
    takeInlines(isRow: kind == .prose)
    endBlock(kind)
  }

  private mutating func takeText() {
    while skipMark() { endBlock(.prose) }
    begin()
    takeInlines(isRow: false)
  }

  /// Begins a block, or another line of one.
  @inline(never)
  private mutating func begin() {
    if start >= 0 { return append(0x20) }
    if !text.isEmpty { text.add(0x0A) }
    start = text.count
  }

  /// Ends the block that is being read, if there is one; one without a text is none.
  @inline(never)
  private mutating func endBlock(_ kind: Block.Kind) {
    guard start >= 0 else { return }
    while text.count > start,
      text[text.count - 1] == 0x20 || kind == .heading && text[text.count - 1] == UInt8(ascii: "#")
    {
      text.removeLast()
    }
    if text.count > start {
      blocks.append(Block(kind: kind, range: start..<text.count))
    } else if start > 0 {
      text.removeLast()
    }
    start = -1
  }

  // MARK: The text

  /// Adds a byte; of blanks that follow each other, one.
  @inline(never)
  mutating func append(_ byte: UInt8) {
    if byte > 0x20 || text.count > start && text[text.count - 1] > 0x20 { text.add(max(byte, 0x20)) }
  }

  /// Adds some bytes of the line.
  @inline(never)
  mutating func copy(_ count: Int) {
    for _ in 0..<count {
      append(peek())
      index += 1
    }
  }

  // MARK: What stands before a line

  /// Passes over the mark of an item or a definition, and the box of a task, if one is there.
  private mutating func skipMark() -> Bool {
    var count = 0
    switch peek() {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ":"): count = 1
    default:
      while peek(count).isDigit { count += 1 }
      guard (1...9).contains(count), peek(count) == UInt8(ascii: ".") || peek(count) == UInt8(ascii: ")") else {
        return false
      }
      count += 1
    }
    guard peek(count) <= 0x20 else { return false }
    index = min(index + count, end)
    skipBlanks()
    if peek() == UInt8(ascii: "["), peek(2) == UInt8(ascii: "]"), peek(3) == 0x20 { index += 4 }
    return true
  }
}
