import Source

extension Parser {
  /// What begins with `$` at the position; false where it stands for itself.
  mutating func dollar(_ literal: inout Int, isQuoted: Bool) -> Bool {
    let next = peek(1)
    let start = position
    switch next {
    case UInt8(ascii: "("):
      flush(&literal)
      if peek(2) == UInt8(ascii: "("), let stop = arithmeticEnd(from: position + 1) {
        arithmetic(stop, opening: 3, isQuoted: isQuoted)
      } else {
        substitution(.commandSubstitution, opening: 2, isQuoted: isQuoted)
      }
    case UInt8(ascii: "{"):
      flush(&literal)
      bracedParameter(isQuoted: isQuoted)
    case UInt8(ascii: "'") where !isQuoted:
      flush(&literal)
      position += 1
      singleQuoted(.ansiQuoted, at: start)
    case UInt8(ascii: "\"") where !isQuoted:
      flush(&literal)
      position += 1
      doubleQuoted(at: start)
    default:
      let length = nameLength(from: position + 1)
      guard length > 0 else { return false }
      flush(&literal)
      let index = open(.parameter, isQuoted: isQuoted)
      position += 1 + (next.isDigit ? 1 : length)
      openParts[index].name = SourceRange(start + 1, position)
      close(index)
    }
    literal = position
    return true
  }

  /// How many bytes from `start` on are the name of a parameter: a name, digits, or one of the special ones.
  private func nameLength(from start: Int) -> Int {
    guard start < end else { return 0 }
    var offset = start
    switch bytes[start] {
    case UInt8(ascii: "@"), UInt8(ascii: "*"), UInt8(ascii: "#"), UInt8(ascii: "?"), UInt8(ascii: "-"),
      UInt8(ascii: "$"), UInt8(ascii: "!"):
      return 1
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      while offset < end, bytes[offset].isDigit { offset += 1 }
    default:
      while offset < end, bytes[offset].isNameByte { offset += 1 }
    }
    return offset - start
  }

  // MARK: ${…}

  private mutating func bracedParameter(isQuoted: Bool) {
    let start = position
    let opening = SourceRange(start, start + 2)
    let index = open(.parameter, isQuoted: isQuoted)
    openParts[index].isBraced = true
    position += 2
    if peek() == UInt8(ascii: "#") || peek() == UInt8(ascii: "!") {
      let length = nameLength(from: position + 1)
      let isOperator = peek(1 + length) == UInt8(ascii: "}") || peek(1).isNameByte || peek() == UInt8(ascii: "!")
      if length > 0, isOperator {
        openParts[index].operation = peek() == UInt8(ascii: "#") ? .length : .indirection
        position += 1
      }
    }
    let length = nameLength(from: position)
    openParts[index].name = SourceRange(position, position + length)
    position += length
    nested(from: start) { parser in
      parser.readIndex(of: index)
      parser.readOperation(of: index)
      parser.readOperand(isQuoted: isQuoted, isPattern: parser.openParts[index].operation.takesPattern)
    }
    if position < end, problem == nil { position += 1 } else { failUnclosed(opening, "}") }
    close(index)
  }

  private mutating func readIndex(of parameter: Int) {
    guard peek() == UInt8(ascii: "[") else { return }
    openParts[parameter].isIndexed = true
    var literal = position
    while position < end, bytes[position] != UInt8(ascii: "]"), bytes[position] != UInt8(ascii: "}") {
      if !special(&literal, isQuoted: true) { position += 1 }
    }
    if peek() == UInt8(ascii: "]") { position += 1 }
    flush(&literal, isQuoted: true)
  }

  private mutating func readOperation(of parameter: Int) {
    let operation: Script.Operation
    let hasColon = peek() == UInt8(ascii: ":")
    switch hasColon ? peek(1) : peek() {
    case UInt8(ascii: "-"): operation = .fallback
    case UInt8(ascii: "="): operation = .assignment
    case UInt8(ascii: "+"): operation = .alternative
    case UInt8(ascii: "?"): operation = .demand
    case _ where hasColon: operation = .substring
    case UInt8(ascii: "#"): operation = .withoutPrefix
    case UInt8(ascii: "%"): operation = .withoutSuffix
    case UInt8(ascii: "/"): operation = .replacement
    case UInt8(ascii: "^"), UInt8(ascii: ","): operation = .letterCase
    case UInt8(ascii: "@"): operation = .transformation
    case UInt8(ascii: "}"), 0: return
    // `${!prefix*}` names all variables that begin so.
    case UInt8(ascii: "*") where openParts[parameter].operation == .indirection: operation = .indirection
    default: operation = .unknown
    }
    let isLong = !hasColon && peek() == peek(1)
    position += hasColon && operation != .substring || isLong ? 2 : 1
    openParts[parameter].operation = operation
  }

  /// What is behind the operator, up to `}`.
  private mutating func readOperand(isQuoted: Bool, isPattern: Bool) {
    var literal = position
    while position < end, bytes[position] != UInt8(ascii: "}") {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        flush(&literal, isQuoted: isQuoted)
        doubleQuoted(at: position)
        literal = position
      } else if byte == UInt8(ascii: "'"), !isQuoted || isPattern {
        flush(&literal, isQuoted: isQuoted)
        singleQuoted(.singleQuoted, at: position)
        literal = position
      } else if byte == UInt8(ascii: "$") || byte == UInt8(ascii: "`") || byte == UInt8(ascii: "\\") {
        if !special(&literal, isQuoted: isQuoted) { position += 1 }
      } else {
        position += 1
      }
    }
    flush(&literal, isQuoted: isQuoted)
  }

  // MARK: Substitutions

  /// `$(…)`, `<(…)` or `>(…)`.
  mutating func substitution(_ kind: Script.Part.Kind, opening length: Int, isQuoted: Bool) {
    let opening = SourceRange(position, position + length)
    let index = open(kind, isQuoted: isQuoted)
    let first = commands.count
    position += length
    nested(from: opening.start) { parser in
      let outer = parser.role
      parser.role = kind == .processSubstitution ? .processSubstitution : .substitution
      parser.list()
      parser.role = outer
    }
    if problem == nil, peek() == UInt8(ascii: ")") { position += 1 } else { failUnclosed(opening, ")") }
    openParts[index].contents = SourceRange(first, commands.count)
    close(index)
  }

  /// `` `…` ``. What is within is read where it stands: a nested pair, written with `\`, counts as plain text.
  mutating func backquotes(isQuoted: Bool) {
    let start = position
    let index = open(.backquotes, isQuoted: isQuoted)
    let first = commands.count
    position += 1
    var stop = position
    while stop < end, bytes[stop] != UInt8(ascii: "`") { stop += bytes[stop] == UInt8(ascii: "\\") ? 2 : 1 }
    guard stop < end else {
      close(index)
      return fail("Unclosed '`'", SourceRange(start, start + 1))
    }
    nested(from: start) { parser in
      let outer = parser.role
      parser.role = .substitution
      parser.upTo(stop) { inner in
        inner.list()
        if inner.position < inner.end { inner.failAtUnexpected() }
      }
      parser.role = outer
    }
    if problem == nil { position = stop + 1 }
    openParts[index].contents = SourceRange(first, commands.count)
    close(index)
  }
}

extension Script.Operation {
  /// Whether its operand is a pattern, in which single quotes always quote.
  var takesPattern: Bool {
    switch self {
    case .withoutPrefix, .withoutSuffix, .replacement, .letterCase: true
    default: false
    }
  }
}
