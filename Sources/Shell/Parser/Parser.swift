import Source

/// Reads a script byte by byte, without looking back.
///
/// Each function reads what it is named for and leaves `position` behind it. Commands are listed where they begin; words,
/// parts and the like of one owner are collected on a stack and moved to their table together, so that those of what is
/// within do not come between.
struct Parser {
  let bytes: [UInt8]
  var position: Int
  /// Where reading ends: the end of the script, or of the backquotes that are being read.
  var end: Int

  var commands: [Script.Command] = []
  var pipelines: [Script.Pipeline] = []
  var words: [Script.Word] = []
  var parts: [Script.Part] = []
  var assignments: [Script.Assignment] = []
  var redirections: [Script.Redirection] = []
  var heredocs: [Script.Heredoc] = []
  var comments: [SourceRange] = []
  var decoded: [UInt8] = []
  var problem: Script.Problem?

  /// What belongs to the owners that are being read.
  var openWords: [Script.Word] = []
  var openParts: [Script.Part] = []
  var openAssignments: [Script.Assignment] = []
  var openRedirections: [Script.Redirection] = []
  /// The `{` of the word that is being read, as indices into `openParts`, and whether a `,` or `..` followed.
  var openBraces: [(part: Int, isList: Bool)] = []
  /// Here-documents whose lines are still to come, from `heredocs[nextHeredoc]` on.
  var nextHeredoc = 0

  /// The command that is being read, and what commands within it are to it.
  var current = -1
  var role = Script.Command.Role.body
  var depth = 0
  /// How many more bytes may be looked at in search of the end of arithmetic; see `arithmeticEnd`.
  var lookahead: Int

  /// More than any script has, and little enough for the stack of a browser.
  private static let deepest = 64

  init(_ bytes: [UInt8], _ range: SourceRange) {
    self.bytes = bytes
    position = range.start
    end = range.end
    lookahead = 4096 + 8 * range.count
  }

  mutating func parse() {
    list()
    guard position < end else { return readLateHeredocs() }
    failAtUnexpected()
  }

  /// The byte `distance` further on; 0 behind the end, and for the NUL that nobody writes.
  func peek(_ distance: Int = 0) -> UInt8 {
    let index = position &+ distance
    return index < end ? bytes[index] : 0
  }

  /// Whether `literal` stands at the position.
  func isAt(_ literal: StaticString) -> Bool {
    bytes[position..<end].hasPrefix(literal)
  }

  /// Reads one level deeper, unless the script is nested deeper than any.
  mutating func nested(from start: Int, _ body: (inout Parser) -> Void) {
    guard depth < Parser.deepest else {
      return fail("Commands nested too deep", SourceRange(start, start + 1))
    }
    depth += 1
    body(&self)
    depth -= 1
  }

  /// Reads up to `limit` as if the script ended there.
  mutating func upTo(_ limit: Int, _ body: (inout Parser) -> Void) {
    let outerEnd = end
    end = limit
    body(&self)
    if problem == nil {
      end = outerEnd
    } else {
      stop()
    }
  }

  // MARK: Problems

  /// Notes the first problem and reads no further.
  mutating func fail(_ message: String, _ range: SourceRange) {
    if problem == nil {
      problem = Script.Problem(message: message, range: SourceRange(range.start, min(range.end, bytes.count)))
    }
    stop()
  }

  /// Says that `opening` is never closed, or that what stands in the way of `closing` is not expected.
  mutating func failUnclosed(_ opening: SourceRange, _ closing: StaticString) {
    guard problem == nil else { return }
    if position < end {
      failAtUnexpected()
    } else {
      fail("Unclosed '\(bytes[opening.start..<opening.end].string)': '\(closing)' is missing", opening)
    }
  }

  /// Says that what stands at the position is not expected.
  mutating func failAtUnexpected() {
    guard problem == nil else { return }
    guard position < end else {
      let last = SourceRange(max(position - 1, 0), position)
      return fail("Unexpected end of the script", last)
    }
    let token = tokenRange()
    let isLine = bytes[token.start] == UInt8(ascii: "\n")
    fail(isLine ? "Unexpected end of the line" : "Unexpected '\(bytes[token.start..<token.end].string)'", token)
  }

  private mutating func stop() {
    end = position
    nextHeredoc = heredocs.count
  }

  /// The operator or the beginning of the word at the position, for a message.
  private func tokenRange() -> SourceRange {
    let first = peek()
    var stop = position + 1
    if first.isLetter {
      while stop < end, stop - position < 40, bytes[stop].isNameByte { stop += 1 }
    } else if ";&|".utf8.contains(first), peek(1) == first {
      stop += 1
    } else {
      while stop < end, bytes[stop] & 0xC0 == 0x80 { stop += 1 }
    }
    return SourceRange(position, stop)
  }

  // MARK: Blanks

  /// Skips spaces, continued lines and a comment.
  mutating func skipBlanks() {
    while position < end {
      switch bytes[position] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"):
        position += 1
      case UInt8(ascii: "\r") where position + 1 == end || bytes[position + 1] == UInt8(ascii: "\n"):
        position += 1
      case UInt8(ascii: "\\") where peek(1) == UInt8(ascii: "\n"):
        position += 2
      case UInt8(ascii: "\\") where peek(1) == UInt8(ascii: "\r") && peek(2) == UInt8(ascii: "\n"):
        position += 3
      case UInt8(ascii: "#"):
        let start = position
        while position < end, bytes[position] != UInt8(ascii: "\n") { position += 1 }
        comments.append(SourceRange(start, position))
      default:
        return
      }
    }
  }

  /// Skips blanks and ends of lines, and reads the here-documents that begin there.
  mutating func skipLines() {
    skipBlanks()
    while position < end, bytes[position] == UInt8(ascii: "\n") {
      endLine()
      skipBlanks()
    }
  }

  /// Goes on behind a line feed.
  mutating func endLine() {
    position += 1
    if nextHeredoc < heredocs.count { readHeredocs() }
  }
}
