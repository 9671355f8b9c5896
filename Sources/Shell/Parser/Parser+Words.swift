import Source

extension Parser {
  /// The word at the position. A value, behind `=`, may be empty.
  mutating func word(isValue: Bool = false) -> Script.Word {
    let start = position
    let base = openParts.count
    let braceBase = openBraces.count
    var literal = position
    while position < end {
      let byte = bytes[position]
      if byte.isNameByte || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-") {
        position += 1
      } else if special(&literal, isQuoted: false) || brace(&literal, from: base, braceBase) {
        continue
      } else if isDelimiter(0) {
        if byte == UInt8(ascii: "("), isBehindEquals(start, isValue) {
          flush(&literal)
          array(from: start)
          literal = position
          continue
        }
        break
      } else if glob(&literal) {
        continue
      } else {
        position += 1
      }
    }
    flush(&literal)
    openBraces.removeSubrange(braceBase...)
    return closeWord(from: base, SourceRange(start, position))
  }

  /// Whether the bracket at the position opens the elements of an array: it stands right behind `NAME=`.
  private func isBehindEquals(_ start: Int, _ isValue: Bool) -> Bool {
    if position == start { return isValue }
    guard bytes[position - 1] == UInt8(ascii: "="), bytes[start].isLetter || bytes[start] == UInt8(ascii: "_") else {
      return false
    }
    var offset = start
    while offset < position, bytes[offset].isNameByte { offset += 1 }
    if bytes[offset] == UInt8(ascii: "+") { offset += 1 }
    return offset == position - 1
  }

  /// `(a b)` behind `NAME=`.
  private mutating func array(from start: Int) {
    let opening = SourceRange(position, position + 1)
    let index = open(.array, isQuoted: false)
    position += 1
    nested(from: start) { parser in
      let base = parser.openWords.count
      parser.skipLines()
      while parser.position < parser.end, !parser.isDelimiter(0) || parser.isProcessSubstitution {
        parser.openWords.append(parser.word())
        parser.skipLines()
      }
      parser.openParts[index].contents = parser.closeWords(from: base)
    }
    if problem == nil, peek() == UInt8(ascii: ")") {
      position += 1
    } else {
      failUnclosed(opening, ")")
    }
    close(index)
  }

  // MARK: Parts

  /// Quotes, an escape, an expansion or a process substitution at the position; whether there was one.
  mutating func special(_ literal: inout Int, isQuoted: Bool) -> Bool {
    switch bytes[position] {
    case UInt8(ascii: "\\"):
      flush(&literal)
      escaped(isQuoted: isQuoted)
    case UInt8(ascii: "'") where !isQuoted:
      flush(&literal)
      singleQuoted(.singleQuoted, at: position)
    case UInt8(ascii: "\"") where !isQuoted:
      flush(&literal)
      doubleQuoted(at: position)
    case UInt8(ascii: "$"):
      return dollar(&literal, isQuoted: isQuoted)
    case UInt8(ascii: "`"):
      flush(&literal)
      backquotes(isQuoted: isQuoted)
    case UInt8(ascii: "<") where isProcessSubstitution && !isQuoted,
      UInt8(ascii: ">") where isProcessSubstitution && !isQuoted:
      flush(&literal)
      substitution(.processSubstitution, opening: 2, isQuoted: false)
    default:
      return false
    }
    literal = position
    return true
  }

  var isProcessSubstitution: Bool {
    (peek() == UInt8(ascii: "<") || peek() == UInt8(ascii: ">")) && peek(1) == UInt8(ascii: "(")
  }

  /// Notes the bytes from `literal` to the position as a part.
  mutating func flush(_ literal: inout Int, isQuoted: Bool = false) {
    guard literal < position else { return }
    openParts.append(Script.Part(.literal, SourceRange(literal, position), isQuoted: isQuoted))
    openParts[openParts.count - 1].end = openParts.count
    literal = position
  }

  /// Begins a part at the position that others may be within.
  mutating func open(_ kind: Script.Part.Kind, isQuoted: Bool, at start: Int? = nil) -> Int {
    openParts.append(Script.Part(kind, SourceRange(at: start ?? position), isQuoted: isQuoted))
    openParts[openParts.count - 1].end = openParts.count
    return openParts.count - 1
  }

  /// Ends the part that began as `openParts[index]`.
  mutating func close(_ index: Int) {
    openParts[index].range = SourceRange(openParts[index].range.start, position)
    openParts[index].end = openParts.count
  }

  private mutating func escaped(isQuoted: Bool) {
    let index = open(.escaped, isQuoted: isQuoted)
    position = min(position + 2, end)
    // The rest of a character of several bytes, and the line feed of a line that ends as on Windows.
    while position < end, bytes[position] & 0xC0 == 0x80 { position += 1 }
    if bytes[position - 1] == UInt8(ascii: "\r"), peek() == UInt8(ascii: "\n") { position += 1 }
    close(index)
  }

  /// `'…'`, or `$'…'`, which has escapes.
  mutating func singleQuoted(_ kind: Script.Part.Kind, at start: Int) {
    let index = open(kind, isQuoted: true, at: start)
    let opening = SourceRange(start, position + 1)
    position += 1
    while position < end, bytes[position] != UInt8(ascii: "'") {
      position += kind == .ansiQuoted && bytes[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard position < end else {
      position = end
      close(index)
      return failUnclosed(opening, "'")
    }
    position += 1
    close(index)
  }

  /// `"…"`
  mutating func doubleQuoted(at start: Int) {
    let index = open(.doubleQuoted, isQuoted: true, at: start)
    let opening = SourceRange(start, position + 1)
    position += 1
    var literal = position
    while position < end, bytes[position] != UInt8(ascii: "\"") { quotedPart(&literal) }
    flush(&literal, isQuoted: true)
    if position < end { position += 1 } else { failUnclosed(opening, "\"") }
    close(index)
  }

  /// The next part of what is in double quotes or in a here-document, or the next byte.
  mutating func quotedPart(_ literal: inout Int, inHeredoc: Bool = false) {
    switch bytes[position] {
    case UInt8(ascii: "\\"):
      switch peek(1) {
      case UInt8(ascii: "\"") where inHeredoc: position += 2
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "$"), UInt8(ascii: "`"), UInt8(ascii: "\n"):
        flush(&literal, isQuoted: true)
        escaped(isQuoted: true)
        literal = position
      default: position = min(position + 2, end)
      }
    case UInt8(ascii: "$"), UInt8(ascii: "`"):
      let start = literal
      literal = position
      if start < position {
        literal = start
        flush(&literal, isQuoted: true)
      }
      if !special(&literal, isQuoted: true) { position += 1 }
    default:
      position += 1
    }
  }
}
