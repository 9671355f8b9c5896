import Source

// What stands within a line: its words without the marks around them.
extension MarkdownText {
  /// Reads the rest of the line, or of a row of a table.
  mutating func takeInlines(isRow: Bool) {
    while index < end {
      let byte = peek()
      switch byte {
      case UInt8(ascii: "\\"): takeEscape()
      case UInt8(ascii: "`"): takeCodeSpan()
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "="): takeEmphasis(byte)
      case UInt8(ascii: "["): openBracket()
      case UInt8(ascii: "]"): closeBracket()
      case UInt8(ascii: "!") where peek(1) == UInt8(ascii: "["): index += 1
      case UInt8(ascii: "<"): takeTag()
      case UInt8(ascii: "&"): takeReference()
      case UInt8(ascii: "|") where isRow: endCell()
      default: copy(1)
      }
    }
  }

  /// Adds some bytes of the line.
  @inline(never)
  private mutating func copy(_ count: Int) {
    for _ in 0..<count {
      append(peek())
      index += 1
    }
  }

  private mutating func takeEscape() {
    let next = peek(1)
    if next > 0x20, next < 0x80, !next.isLetter, !next.isDigit { index += 1 }
    copy(1)
  }

  /// Between the cells of a row stands a point, as it does between the items of a list.
  private mutating func endCell() {
    repeat { index += 1 } while index < end && peek() <= 0x20
    guard index < end else { return }
    append(0x20)
    append(0xC2)
    append(0xB7)
    append(0x20)
  }

  // MARK: Code and emphasis

  private mutating func takeCodeSpan() {
    let count = run()
    var close = distance(to: UInt8(ascii: "`"), from: count)
    while close > 0, run(close) != count { close = distance(to: UInt8(ascii: "`"), from: close + run(close)) }
    index += count
    guard close > 0 else { return }
    for _ in count..<close {
      if peek() == UInt8(ascii: "\\"), peek(1) == UInt8(ascii: "|") { index += 1 } else { copy(1) }
    }
    index += count
  }

  private mutating func takeEmphasis(_ mark: UInt8) {
    let count = run()
    let (before, after) = (peek(-1), peek(count))
    let isAlone = before <= 0x20 && after <= 0x20
    let isInWord = Self.isInWord(before) && Self.isInWord(after)
    let isMark = mark == UInt8(ascii: "*") || !isInWord && (mark == UInt8(ascii: "_") || count == 2)
    if isMark, !isAlone { index += count } else { copy(count) }
  }

  private static func isInWord(_ byte: UInt8) -> Bool { byte.isLetter || byte.isDigit || byte >= 0x80 }

  // MARK: Links

  private mutating func openBracket() {
    if peek(1) == UInt8(ascii: "["), takeWikilink() { return }
    copy(1)
    brackets.append(text.count - 1)
  }

  /// Reads `[[Topic#Heading|text]]`. What `![[embeds]]` name is no part of the text.
  private mutating func takeWikilink() -> Bool {
    let close = distance(to: UInt8(ascii: "]"))
    guard close > 0, peek(close + 1) == UInt8(ascii: "]") else { return false }
    let bar = distance(to: UInt8(ascii: "|"))
    let last = index + close
    if peek(-1) == UInt8(ascii: "!") {
      index = last
    } else {
      index += bar > 0 && bar < close ? bar + 1 : 2
      copy(last - index)
    }
    index += 2
    return true
  }

  /// Behind the text of a link its address is passed over, and the mark of a footnote as a whole; other brackets stay.
  private mutating func closeBracket() {
    guard let open = brackets.popLast() else { return copy(1) }
    if open + 1 < text.count, text[open + 1] == UInt8(ascii: "^") {
      delete(from: open)
      index += 1
      return
    }
    let address = addressEnd()
    guard address > 0 else { return copy(1) }
    delete(at: open)
    index += address
  }

  /// How far away the `(address)` or the `[reference]` behind a `]` ends; 0 where there is none.
  private func addressEnd() -> Int {
    let opening = peek(1)
    guard opening == UInt8(ascii: "(") || opening == UInt8(ascii: "[") else { return 0 }
    let closing = opening == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]")
    var (place, depth) = (1, 0)
    while place < Self.reach, index + place < end {
      let byte = peek(place)
      place += byte == UInt8(ascii: "\\") ? 2 : 1
      if byte == opening { depth += 1 }
      if byte == closing { depth -= 1 }
      if depth == 0 { return place }
    }
    return 0
  }

  // MARK: HTML

  /// Passes over a tag; of `<https://example.org>` the address stays.
  private mutating func takeTag() {
    let first = peek(1)
    if first == UInt8(ascii: "!"), peek(2) == UInt8(ascii: "-") { return skipComment() }
    let close = distance(to: UInt8(ascii: ">"))
    guard close > 0, first.isLetter || first == UInt8(ascii: "/") else { return copy(1) }
    let blank = distance(to: 0x20)
    let colon = distance(to: UInt8(ascii: ":"))
    let last = index + close
    if colon > 0, colon < close, blank < 0 || blank > close {
      index += 1
      copy(last - index)
    }
    index = last + 1
  }

  /// Passes over a comment, as far as it stands in this line.
  mutating func skipComment() {
    isComment = true
    while index < end {
      if peek() == UInt8(ascii: ">"), peek(-1) == UInt8(ascii: "-"), peek(-2) == UInt8(ascii: "-") {
        isComment = false
        index += 1
        return
      }
      index += 1
    }
  }

  /// The character that `&amp;` and the like stand for.
  private mutating func takeReference() {
    let close = distance(to: UInt8(ascii: ";"))
    var character: UInt8 = 0
    switch peek(1) {
    case UInt8(ascii: "a") where close == 4: character = UInt8(ascii: "&")
    case UInt8(ascii: "l") where close == 3: character = UInt8(ascii: "<")
    case UInt8(ascii: "g") where close == 3: character = UInt8(ascii: ">")
    case UInt8(ascii: "q") where close == 5: character = UInt8(ascii: "\"")
    case UInt8(ascii: "n") where close == 5: character = 0x20
    default: return copy(1)
    }
    append(character)
    index += close + 1
  }
}
