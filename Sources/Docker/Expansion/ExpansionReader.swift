import Source

/// Reads one word from its first byte to its last, and replaces what stands in it.
struct ExpansionReader {
  let word: Bytes
  var at: Int
  let environment: Environment
  /// The most bytes that a value may have.
  var longest = Expander.longestValue
  /// How many bytes may still be made.
  var remaining: Int
  var depth = 0
  private(set) var uses: [VariableUse] = []
  private let escape: UInt8
  private let readsQuotes: Bool

  init(_ word: Bytes, escape: UInt8, readsQuotes: Bool, _ environment: Environment, remaining: Int) {
    self.word = word
    at = word.startIndex
    self.escape = escape
    self.readsQuotes = readsQuotes
    self.environment = environment
    self.remaining = remaining
  }

  /// The byte that is read next; nothing at the end.
  var next: UInt8? { at < word.endIndex ? word[at] : nil }

  /// Reads up to `stop`, and over it; up to the end where it is nothing.
  ///
  /// - Parameter keepsEscapes: Whether escape characters stay: patterns have a use for them.
  mutating func read(until stop: UInt8?, keepsEscapes: Bool, into text: inout ExpandedText) throws(ExpansionError) {
    while let byte = next {
      if byte == stop {
        at += 1
        return
      }
      switch byte {
      case UInt8(ascii: "$"):
        text.appendSplitting(try substitution())
      case UInt8(ascii: "'") where readsQuotes:
        text.append(try singleQuoted())
      case UInt8(ascii: "\"") where readsQuotes:
        try doubleQuoted(keepsEscapes: keepsEscapes, into: &text)
      case escape:
        try escaped(keepsEscapes: keepsEscapes, into: &text)
      default:
        text.appendSplitting(try plain(until: stop))
      }
      try checkLength(of: text)
    }
    if stop != nil { throw error(.openBrace, from: word.startIndex) }
  }

  /// An error at what was read since `start`.
  func error(_ reason: ExpansionError.Reason, from start: Int) -> ExpansionError {
    ExpansionError(reason: reason, range: SourceRange(start, max(at, start)), text: word[start..<max(at, start)])
  }

  /// Notes that as much work was done as making `count` bytes is.
  mutating func charge(_ count: Int) throws(ExpansionError) {
    remaining -= min(remaining, count)
    if remaining == 0 { throw error(.exhausted, from: word.startIndex) }
  }

  /// The value of the variable whose name stands at `range`; a note is made of the place.
  mutating func value(of range: Range<Int>, hasAlternative: Bool = false) throws(ExpansionError) -> Bytes? {
    let variable = environment[word[range]]
    uses.append(
      VariableUse(
        name: word[range], range: word[range].range, isSet: variable?.value != nil, isDeclared: variable != nil,
        hasAlternative: hasAlternative))
    try charge(variable?.value?.count ?? 1)
    return variable?.value
  }

  private func checkLength(of text: ExpandedText) throws(ExpansionError) {
    if text.value.count > longest { throw error(.tooLong, from: word.startIndex) }
  }

  /// Bytes that mean themselves.
  private mutating func plain(until stop: UInt8?) throws(ExpansionError) -> Bytes {
    let start = at
    while let byte = next, byte != stop, byte != escape, byte != UInt8(ascii: "$") {
      if readsQuotes, byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") { break }
      at += 1
    }
    try charge(at - start)
    return word[start..<at]
  }

  /// An escape character and the character behind it, if there is one.
  private mutating func escaped(keepsEscapes: Bool, into text: inout ExpandedText) throws(ExpansionError) {
    if keepsEscapes { text.append(word[at..<at + 1]) }
    at += 1
    let start = at
    at += word[at...].leadingCharacter
    try charge(at - start + 1)
    text.append(word[start..<at])
  }

  /// What stands between single quotes, where nothing has a meaning.
  private mutating func singleQuoted() throws(ExpansionError) -> Bytes {
    let start = at
    at += 1
    while let byte = next {
      at += 1
      if byte == UInt8(ascii: "'") {
        try charge(at - start)
        return word[start + 1..<at - 1]
      }
    }
    throw error(.openQuote, from: start)
  }

  /// What stands between double quotes, where `$` has its meaning, and the escape character before `$`, `"` and itself.
  private mutating func doubleQuoted(keepsEscapes: Bool, into text: inout ExpandedText) throws(ExpansionError) {
    let start = at
    at += 1
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        at += 1
        return
      case UInt8(ascii: "$"):
        text.append(try substitution())
      case escape:
        let first = keepsEscapes ? at : at + 1
        at += 1
        guard let byte = next else { continue }
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "$") || byte == escape {
          at += 1
          text.append(word[first..<at])
        } else {
          if keepsEscapes { text.append(word[first..<at]) }
          text.append(word[at - 1..<at])
        }
      default:
        let plainStart = at
        while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "$"), byte != escape { at += 1 }
        text.append(word[plainStart..<at])
        try charge(at - plainStart)
      }
      try checkLength(of: text)
    }
    throw error(.openQuote, from: start)
  }
}
