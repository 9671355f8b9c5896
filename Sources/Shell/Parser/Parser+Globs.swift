import Source

extension Parser {
  /// `*`, `?`, `[…]` or `@(…)` at the position; whether there was one.
  mutating func glob(_ literal: inout Int) -> Bool {
    let byte = bytes[position]
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "@"), UInt8(ascii: "+"), UInt8(ascii: "!"):
      if peek(1) == UInt8(ascii: "(") {
        flush(&literal)
        extendedGlob()
      } else if byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?") {
        flush(&literal)
        simpleGlob(1)
      } else {
        return false
      }
    case UInt8(ascii: "["):
      guard let length = bracketLength() else { return false }
      flush(&literal)
      simpleGlob(length)
    default:
      return false
    }
    literal = position
    return true
  }

  private mutating func simpleGlob(_ length: Int) {
    let index = open(.glob, isQuoted: false)
    position += length
    close(index)
  }

  /// The length of the `[…]` at the position. Sets are short; what has no `]` soon is none.
  private func bracketLength() -> Int? {
    var length = 1
    if peek(length) == UInt8(ascii: "!") || peek(length) == UInt8(ascii: "^") { length += 1 }
    if peek(length) == UInt8(ascii: "]") { length += 1 }
    while length < 64, position + length < end {
      switch bytes[position + length] {
      case UInt8(ascii: "]"): return length > 1 ? length + 1 : nil
      case UInt8(ascii: "["):
        // A class such as [:alpha:] has a bracket of its own.
        guard peek(length + 1) == UInt8(ascii: ":") else { break }
        while length < 64, !(peek(length) == UInt8(ascii: ":") && peek(length + 1) == UInt8(ascii: "]")) { length += 1 }
        length += 1
      case UInt8(ascii: "$"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "\\"):
        return nil
      default:
        if isDelimiter(length) { return nil }
      }
      length += 1
    }
    return nil
  }

  /// `@(a|b)`, and the same with `?`, `*`, `+` or `!`.
  private mutating func extendedGlob() {
    let start = position
    let index = open(.glob, isQuoted: false)
    position += 2
    nested(from: start) { parser in
      var literal = parser.position
      while parser.position < parser.end, parser.bytes[parser.position] != UInt8(ascii: ")") {
        if parser.special(&literal, isQuoted: false) || parser.glob(&literal) { continue }
        parser.position += 1
      }
      parser.flush(&literal)
    }
    if position < end { position += 1 } else { failUnclosed(SourceRange(start, start + 2), ")") }
    close(index)
  }

  /// `{`, `,`, `..` or `}` at the position, where they make `{a,b}` or `{1..9}`; whether a part began or ended there.
  mutating func brace(_ literal: inout Int, from base: Int, _ braceBase: Int) -> Bool {
    switch bytes[position] {
    case UInt8(ascii: "{"):
      flush(&literal)
      openBraces.append((openParts.count, false))
      position += 1
      flush(&literal)
      return true
    case UInt8(ascii: ",") where openBraces.count > braceBase:
      openBraces[openBraces.count - 1].isList = true
    case UInt8(ascii: ".") where openBraces.count > braceBase && peek(1) == UInt8(ascii: "."):
      openBraces[openBraces.count - 1].isList = true
    case UInt8(ascii: "}") where openBraces.count > braceBase:
      let (index, isList) = openBraces.removeLast()
      position += 1
      flush(&literal)
      if isList {
        openParts[index].kind = .braces
        close(index)
      }
      return true
    default:
      break
    }
    return false
  }
}
