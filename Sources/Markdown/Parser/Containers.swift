/// The quotes and list items that a block stands in, and where the text begins behind their marks in each line.
///
/// It follows CommonMark's rules for block structure (spec section "Phase 1: block structure"): which marks a line has,
/// and on which line a paragraph goes on lazily without them.
struct Containers {
  /// A place in a line, as a byte and as a column that counts tabs by stops of four.
  struct Cursor {
    var offset: Int
    var column: Int
    /// Whether a part of the tab at `offset` was used up.
    var isInTab = false
  }

  /// How far the marks of a line were found.
  struct Prefix {
    let cursor: Cursor
    /// Whether every container's mark is there; if not, the line goes on lazily.
    let isComplete: Bool
  }

  private struct Container {
    /// How many columns belong to a list item's mark; 0 for a quote.
    let width: Int
    let line: Int
    /// Where its content begins in its first line.
    let content: Cursor
  }

  private var stack: [Container] = []

  var isEmpty: Bool { stack.isEmpty }

  mutating func leave() {
    _ = stack.popLast()
  }

  /// Goes into a quote whose first mark stands in `line`.
  mutating func enterQuote(_ line: Int, of passage: borrowing Passage) {
    var cursor = prefix(of: line, in: passage).cursor
    Self.skipBlanks(&cursor, in: passage)
    cursor.offset += 1
    cursor.column += 1
    Self.advance(&cursor, by: 1, in: passage)
    stack.append(Container(width: 0, line: line, content: cursor))
  }

  /// Goes into a list item whose mark stands in `line`.
  mutating func enterItem(_ line: Int, of passage: borrowing Passage) {
    var cursor = prefix(of: line, in: passage).cursor
    let outside = cursor.column
    Self.skipBlanks(&cursor, in: passage)
    while Self.byte(cursor, passage).isDigit {
      cursor.offset += 1
      cursor.column += 1
    }
    cursor.offset += 1
    cursor.column += 1
    let behindMark = cursor
    Self.skipBlanks(&cursor, in: passage)
    let padding = cursor.column - behindMark.column
    let isOpenEnded = padding >= 5 || padding < 1 || cursor.offset >= passage.end(of: line)
    if isOpenEnded {
      cursor = behindMark
      Self.advance(&cursor, by: 1, in: passage)
    }
    let width = behindMark.column - outside + (isOpenEnded ? 1 : padding)
    stack.append(Container(width: width, line: line, content: cursor))
  }

  /// Reads the marks at the front of a line.
  func prefix(of line: Int, in passage: borrowing Passage) -> Prefix {
    var cursor = Cursor(offset: passage.start(of: line), column: 0)
    if let last = stack.last, last.line == line { return Prefix(cursor: last.content, isComplete: true) }
    for container in stack {
      guard Self.match(container, &cursor, in: passage) else { return Prefix(cursor: cursor, isComplete: false) }
    }
    return Prefix(cursor: cursor, isComplete: true)
  }

  private static func match(_ container: Container, _ cursor: inout Cursor, in passage: borrowing Passage) -> Bool {
    container.width == 0 ? matchQuote(&cursor, in: passage) : matchItem(container.width, &cursor, in: passage)
  }

  private static func matchQuote(_ cursor: inout Cursor, in passage: borrowing Passage) -> Bool {
    var mark = cursor
    advance(&mark, by: 4, in: passage)
    guard mark.column - cursor.column <= 3, byte(mark, passage) == UInt8(ascii: ">") else { return false }
    cursor = Cursor(offset: mark.offset + 1, column: mark.column + 1)
    advance(&cursor, by: 1, in: passage)
    return true
  }

  private static func matchItem(_ width: Int, _ cursor: inout Cursor, in passage: borrowing Passage) -> Bool {
    // Only as far as needed: items may be nested as deep as a line is long.
    var behind = cursor
    advance(&behind, by: width, in: passage)
    let isLineBlank = behind.offset >= passage.bytes.count || passage.bytes[behind.offset].isSpace
    guard behind.column - cursor.column == width || isLineBlank else { return false }
    cursor = behind
    return true
  }

  private static func byte(_ cursor: Cursor, _ passage: borrowing Passage) -> UInt8 {
    cursor.offset < passage.bytes.count ? passage.bytes[cursor.offset] : 0
  }

  static func skipBlanks(_ cursor: inout Cursor, in passage: borrowing Passage) {
    advance(&cursor, by: .max, in: passage)
  }

  /// Skips one column of blanks.
  static func skipBlank(_ cursor: inout Cursor, in passage: borrowing Passage) {
    advance(&cursor, by: 1, in: passage)
  }

  /// Goes on by at most so many columns of blanks. A tab may be used up in part: the offset then stays on it.
  private static func advance(_ cursor: inout Cursor, by columns: Int, in passage: borrowing Passage) {
    var left = columns
    while left > 0, cursor.offset < passage.bytes.count {
      let byte = passage.bytes[cursor.offset]
      guard byte.isBlank else { return }
      let width = byte == UInt8(ascii: "\t") ? 4 - cursor.column % 4 : 1
      cursor.column += min(width, left)
      cursor.isInTab = width > left
      if width <= left { cursor.offset += 1 }
      left -= min(width, left)
    }
  }
}
