import Source

// What stands within a line: its words without the marks around them.
extension MarkdownText {
  /// How far the end of a link, a tag or a piece of code is looked for, in bytes.
  private static let reach = 400

  /// Reads a line, or a row of a table.
  mutating func readInlines(_ line: Range<Int>, isRow: Bool = false) {
    var index = line.lowerBound
    while index < line.upperBound {
      let byte = source[index]
      let rest = index..<line.upperBound
      switch byte {
      case UInt8(ascii: "\\"):
        index += 1
        if index < line.upperBound, source[index] < 0x80, !source[index].isLetter, !source[index].isDigit {
          append(source[index])
          index += 1
        } else {
          append(byte)
        }
      case UInt8(ascii: "`"): index = readCodeSpan(rest)
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "="):
        index = readEmphasis(rest, in: line)
      case UInt8(ascii: "["): index = openBracket(rest)
      case UInt8(ascii: "]"): index = closeBracket(rest)
      case UInt8(ascii: "!") where index + 1 < line.upperBound && source[index + 1] == UInt8(ascii: "["): index += 1
      case UInt8(ascii: "<"): index = readTag(rest)
      case UInt8(ascii: "&"): index = readReference(rest)
      case UInt8(ascii: "|") where isRow:
        endCell(isLast: skipsToEnd(index + 1..<line.upperBound))
        index += 1
      default:
        append(byte)
        index += 1
      }
    }
  }

  /// Between the cells of a row stands a point, as it does between the items of a list.
  private mutating func endCell(isLast: Bool) {
    guard !isLast else { return }
    append(0x20)
    append(0xC2)
    append(0xB7)
    append(0x20)
  }

  private func skipsToEnd(_ rest: Range<Int>) -> Bool {
    for index in rest where !source[index].isSpace { return false }
    return true
  }

  // MARK: Code and emphasis

  private mutating func readCodeSpan(_ rest: Range<Int>) -> Int {
    let count = run(of: UInt8(ascii: "`"), in: rest)
    let start = rest.lowerBound + count
    let limit = min(rest.upperBound, start + Self.reach)
    var end = start
    while end < limit {
      let closing = run(of: UInt8(ascii: "`"), in: end..<limit)
      if closing == count {
        for index in start..<end where source[index] != UInt8(ascii: "\\") || source[index + 1] != UInt8(ascii: "|") {
          append(source[index])
        }
        return end + count
      }
      end += max(closing, 1)
    }
    return start
  }

  private mutating func readEmphasis(_ rest: Range<Int>, in line: Range<Int>) -> Int {
    let mark = source[rest.lowerBound]
    let count = run(of: mark, in: rest)
    let end = rest.lowerBound + count
    let before = rest.lowerBound > line.lowerBound ? source[rest.lowerBound - 1] : 0x20
    let after = end < line.upperBound ? source[end] : 0x20
    let isAlone = before.isSpace && after.isSpace
    let isInWord = Self.isInWord(before) && Self.isInWord(after)
    let isMark: Bool =
      switch mark {
      case UInt8(ascii: "*"): !isAlone
      case UInt8(ascii: "_"): !isAlone && !isInWord
      default: count == 2 && !isAlone && !isInWord
      }
    if !isMark { for _ in 0..<count { append(mark) } }
    return end
  }

  private static func isInWord(_ byte: UInt8) -> Bool { byte.isLetter || byte.isDigit || byte >= 0x80 }

  // MARK: Links

  private mutating func openBracket(_ rest: Range<Int>) -> Int {
    let start = rest.lowerBound
    if start + 1 < rest.upperBound, source[start + 1] == UInt8(ascii: "["), let end = readWikilink(rest) { return end }
    append(UInt8(ascii: "["))
    brackets.append(text.count - 1)
    return start + 1
  }

  /// Reads `[[Topic#Heading|text]]` and gives the place behind it. What `![[embeds]]` name is no part of the text.
  private mutating func readWikilink(_ rest: Range<Int>) -> Int? {
    let start = rest.lowerBound
    let limit = min(rest.upperBound, start + Self.reach)
    var (index, label) = (start + 2, start + 2)
    while index < limit, source[index] != UInt8(ascii: "]") {
      if source[index] == UInt8(ascii: "|") { label = index + 1 }
      index += 1
    }
    guard index + 1 < limit, source[index + 1] == UInt8(ascii: "]") else { return nil }
    guard start == 0 || source[start - 1] != UInt8(ascii: "!") else { return index + 2 }
    for place in label..<index where source[place] != UInt8(ascii: "\\") { append(source[place]) }
    return index + 2
  }

  /// Behind the text of a link its address is passed over, and the mark of a footnote as a whole; other brackets stay.
  private mutating func closeBracket(_ rest: Range<Int>) -> Int {
    let next = rest.lowerBound + 1
    guard let open = brackets.popLast() else {
      append(UInt8(ascii: "]"))
      return next
    }
    if open + 1 < text.count, text[open + 1] == UInt8(ascii: "^") {
      delete(from: open)
      return next
    }
    guard let end = addressEnd(next..<min(rest.upperBound, next + Self.reach)) else {
      append(UInt8(ascii: "]"))
      return next
    }
    delete(at: open)
    return end
  }

  /// Where the `(address)` or the `[reference]` of a link ends.
  private func addressEnd(_ rest: Range<Int>) -> Int? {
    guard let opening = source[rest].first, opening == UInt8(ascii: "(") || opening == UInt8(ascii: "[") else {
      return nil
    }
    let closing = opening == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]")
    var (index, depth) = (rest.lowerBound, 0)
    while index < rest.upperBound {
      if source[index] == UInt8(ascii: "\\") {
        index += 1
      } else if source[index] == opening {
        depth += 1
      } else if source[index] == closing {
        depth -= 1
        if depth == 0 { return index + 1 }
      }
      index += 1
    }
    return nil
  }

  // MARK: HTML

  /// Passes over a tag; of `<https://example.org>` the address stays.
  private mutating func readTag(_ rest: Range<Int>) -> Int {
    let start = rest.lowerBound + 1
    let inner = source[start..<min(rest.upperBound, start + Self.reach)]
    if inner.hasPrefix("!--") { return readComment(start + 3..<rest.upperBound) }
    guard let first = inner.first, first.isLetter || first == UInt8(ascii: "/"),
      let close = inner.firstIndex(of: UInt8(ascii: ">"))
    else {
      append(UInt8(ascii: "<"))
      return start
    }
    let tag = source[start..<close]
    if tag.contains("://") || tag.contains("@"), !tag.contains(" ") {
      for byte in tag { append(byte) }
    }
    return close + 1
  }

  /// Passes over a comment, as far as it stands in this line.
  mutating func readComment(_ rest: Range<Int>) -> Int {
    isComment = false
    if let end = source[rest].firstRange(of: "-->") { return end.upperBound }
    isComment = true
    return rest.upperBound
  }

  /// The character that `&amp;` and the like stand for.
  private mutating func readReference(_ rest: Range<Int>) -> Int {
    let start = rest.lowerBound + 1
    let inner = source[start..<min(rest.upperBound, start + 8)]
    if let end = inner.firstIndex(of: UInt8(ascii: ";")) {
      let character: UInt8? =
        switch inner[..<end] {
        case "amp": UInt8(ascii: "&")
        case "lt": UInt8(ascii: "<")
        case "gt": UInt8(ascii: ">")
        case "quot": UInt8(ascii: "\"")
        case "nbsp": 0x20
        default: nil
        }
      if let character {
        append(character)
        return end + 1
      }
    }
    append(UInt8(ascii: "&"))
    return start
  }
}
