import Source

extension ExpansionReader {
  /// The value of what begins with `$`; a `$` alone is itself.
  mutating func substitution() throws(ExpansionError) -> Bytes {
    let start = at
    at += 1
    if next != UInt8(ascii: "{") {
      let name = readName()
      return name.isEmpty ? word[start..<at] : try value(of: name) ?? []
    }
    at += 1
    depth += 1
    defer { depth -= 1 }
    if depth > Expander.deepest { throw error(.tooDeep, from: start) }
    return try bracedSubstitution(from: start)
  }

  private mutating func bracedSubstitution(from start: Int) throws(ExpansionError) -> Bytes {
    guard let first = next else { throw error(.openBrace, from: start) }
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "}") || first == UInt8(ascii: ":") {
      at = endOfBraces(from: at)
      throw error(.missingName, from: start)
    }
    let name = readName()
    guard let modifier = next else { throw error(.openBrace, from: start) }
    at += 1
    switch modifier {
    case UInt8(ascii: "}"):
      return try value(of: name) ?? []
    case UInt8(ascii: ":"):
      guard let modifier = next else { throw error(.openBrace, from: start) }
      at += 1
      return try alternative(modifier, to: name, takesEmptyForUnset: true, from: start)
    case UInt8(ascii: "/"):
      return try replacement(in: name, from: start)
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "%"):
      return try alternative(modifier, to: name, takesEmptyForUnset: false, from: start)
    default:
      at = endOfBraces(from: at)
      throw error(.unknownModifier, from: start)
    }
  }

  /// `${x:-word}` and its kin. The word is expanded whether it is needed or not.
  private mutating func alternative(
    _ modifier: UInt8, to name: Range<Int>, takesEmptyForUnset: Bool, from start: Int
  ) throws(ExpansionError) -> Bytes {
    let isPattern = modifier == UInt8(ascii: "#") || modifier == UInt8(ascii: "%")
    let given = try part(until: UInt8(ascii: "}"), keepsEscapes: isPattern, or: .openBrace, from: start)
    let found = try value(of: name, hasAlternative: !isPattern)
    let usable = takesEmptyForUnset && found?.isEmpty == true ? nil : found
    switch modifier {
    case UInt8(ascii: "-"): return usable ?? given
    case UInt8(ascii: "+"): return usable == nil ? [] : given
    case UInt8(ascii: "?"):
      guard let usable else { throw error(.notSet(name: word[name], message: given), from: start) }
      return usable
    case UInt8(ascii: "#"), UInt8(ascii: "%"):
      let isLongest = given.first == modifier
      return try trim(
        isLongest ? given.dropFirst() : given, off: found ?? [], isLongest: isLongest,
        atEnd: modifier == UInt8(ascii: "%"), from: start)
    default: throw error(.unknownModifier, from: start)
    }
  }

  /// `${x#pattern}`, `${x%pattern}` and their doubles.
  private mutating func trim(
    _ pattern: Bytes, off value: Bytes, isLongest: Bool, atEnd: Bool, from start: Int
  ) throws(ExpansionError) -> Bytes {
    guard let pattern = ShellPattern(pattern, isReversed: atEnd) else { throw error(.badPattern, from: start) }
    try charge(pattern.cost(of: value))
    let subject = atEnd ? Array(value.reversed())[...] : value
    guard let end = pattern.matches(in: subject, isLongest: isLongest)[0] else { return value }
    return atEnd ? value.dropLast(end) : value.dropFirst(end)
  }

  /// `${x/pattern/replacement}` and `${x//pattern/replacement}`.
  private mutating func replacement(in name: Range<Int>, from start: Int) throws(ExpansionError) -> Bytes {
    let replacesAll = next == UInt8(ascii: "/")
    if replacesAll { at += 1 }
    let pattern = try part(until: UInt8(ascii: "/"), keepsEscapes: true, or: .missingSlash, from: start)
    let replacement = try part(until: UInt8(ascii: "}"), keepsEscapes: true, or: .openBrace, from: start)
    let value = try value(of: name) ?? []
    guard let pattern = ShellPattern(pattern, isReversed: false) else { throw error(.badPattern, from: start) }
    try charge(pattern.cost(of: value))
    let replacer = PatternReplacer(pattern, in: value, by: replacement)
    guard let result = replacesAll ? replacer.all(upTo: longest) : replacer.first() else {
      throw error(.tooLong, from: start)
    }
    try charge(result.count)
    return result[...]
  }

  /// A part of a substitution up to `stop`. Whatever is wrong in one that runs to the end of the word, that is said.
  private mutating func part(
    until stop: UInt8, keepsEscapes: Bool, or reason: ExpansionError.Reason, from start: Int
  ) throws(ExpansionError) -> Bytes {
    var text = ExpandedText()
    do throws(ExpansionError) {
      try read(until: stop, keepsEscapes: keepsEscapes, into: &text)
    } catch {
      switch error.reason {
      case .tooDeep, .tooLong, .exhausted: throw error
      default: break
      }
      if next != nil { throw error }
      if case .missingSlash = reason { at = endOfBraces(from: start + 2) }
      throw self.error(reason, from: start)
    }
    return text.value[...]
  }

  /// Where the substitution ends whose inside begins at `index`: behind the brace that closes it.
  private func endOfBraces(from index: Int) -> Int {
    var open = 1
    for index in index..<word.endIndex {
      if word[index] == UInt8(ascii: "{") { open += 1 }
      if word[index] == UInt8(ascii: "}") { open -= 1 }
      if open == 0 { return index + 1 }
    }
    return word.endIndex
  }

  /// Reads a name: letters, digits and `_`; else digits alone, or one of the characters that a shell sets.
  private mutating func readName() -> Range<Int> {
    let start = at
    guard let first = next else { return start..<start }
    if first.isDigit {
      while let byte = next, byte.isDigit { at += 1 }
      return start..<at
    }
    switch first {
    case UInt8(ascii: "@"), UInt8(ascii: "*"), UInt8(ascii: "#"), UInt8(ascii: "?"), UInt8(ascii: "-"),
      UInt8(ascii: "$"), UInt8(ascii: "!"):
      at += 1
      return start..<at
    default: break
    }
    while at < word.endIndex {
      let length = word[at...].leadingNameCharacter
      if length == 0 { break }
      at += length
    }
    return start..<at
  }
}
