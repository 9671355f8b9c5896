import Source

// What stands within a line: its words without the marks around them.
extension MarkdownText {
  /// Reads the rest of the line, or of a row of a table.
  mutating func takeInlines(isRow: Bool) {
    var isCode = false
    while index < end {
      let byte = peek()
      switch byte {
      case UInt8(ascii: "`"):
        index += run()
        isCode = !isCode
      case UInt8(ascii: "\\") where isMark(peek(1)) && (!isCode || peek(1) == UInt8(ascii: "|")):
        index += 1
        copy(1)
      case UInt8(ascii: "|") where isRow: endCell()
      case _ where isCode: copy(1)
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "="): takeEmphasis(byte)
      case UInt8(ascii: "["): openBracket()
      case UInt8(ascii: "]"): closeBracket()
      case UInt8(ascii: "!") where peek(1) == UInt8(ascii: "["): index += 1
      case UInt8(ascii: "{") where peek(1) == UInt8(ascii: "#"): index = end
      case UInt8(ascii: "<") where peek(1) == UInt8(ascii: "!"): skipComment()
      case UInt8(ascii: "<") where peek(1).isLetter || peek(1) == UInt8(ascii: "/"):
        index += distance(to: UInt8(ascii: ">")) + 1
      default: copy(1)
      }
    }
  }

  private func isMark(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F && !byte.isLetter && !byte.isDigit }

  /// Between the cells of a row stands a point, as it does between the items of a list.
  private mutating func endCell() {
    repeat { index += 1 } while index < end && peek() <= 0x20
    guard index < end else { return }
    append(0x20)
    append(0xC2)
    append(0xB7)
    append(0x20)
  }

  private mutating func takeEmphasis(_ mark: UInt8) {
    let count = run()
    let (before, after) = (peek(-1), peek(count))
    let isAlone = before <= 0x20 && after <= 0x20
    let isInWord = isInWord(before) && isInWord(after)
    let isMark = mark == UInt8(ascii: "*") || !isInWord && (mark == UInt8(ascii: "_") || count == 2)
    if isMark, !isAlone { index += count } else { copy(count) }
  }

  private func isInWord(_ byte: UInt8) -> Bool { byte.isLetter || byte.isDigit || byte >= 0x80 }

  // MARK: Links

  /// The bracket before the text of a link goes, as do the name of a `[[page|with another text]]`, the marks of footnotes
  /// and the kind of a callout; other brackets stay.
  private mutating func openBracket() {
    let close = distance(to: UInt8(ascii: "]"))
    let bar = distance(to: UInt8(ascii: "|"))
    switch peek(1) {
    case UInt8(ascii: "^"), UInt8(ascii: "!"): index += close + 1
    case UInt8(ascii: "[") where bar > 0 && bar < close: index += bar + 1
    case UInt8(ascii: "["): index += 2
    default: if close == 0 || leads(close + 1) { index += 1 } else { copy(1) }
    }
  }

  /// The bracket behind the text of a link goes with the address; other brackets stay.
  private mutating func closeBracket() {
    let isLink = leads(1)
    if peek(1) == UInt8(ascii: "]") { index += 2 } else if isLink { index += 1 } else { return copy(1) }
    guard isLink else { return }
    let opening = peek()
    var depth = 0
    repeat {
      if peek() == opening { depth += 1 }
      if peek() == (opening == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]")) { depth -= 1 }
      index += 1
    } while depth > 0 && index < end
  }

  /// Whether an address or the name of one stands there.
  private func leads(_ offset: Int) -> Bool {
    peek(offset) == UInt8(ascii: "(") || peek(offset) == UInt8(ascii: "[")
  }

  // MARK: HTML

  /// Passes over a comment, as far as it stands in this line.
  mutating func skipComment() {
    isComment = true
    while index < end, isComment {
      isComment = peek() != UInt8(ascii: ">") || peek(-1) != UInt8(ascii: "-") || peek(-2) != UInt8(ascii: "-")
      index += 1
    }
  }
}
