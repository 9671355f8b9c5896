import Source

extension Parser {
  /// Notes that the lines behind this one, up to `delimiter`, belong to the current command.
  mutating func openHeredoc(_ delimiter: Script.Word, stripsTabs: Bool) {
    heredocs.append(
      Script.Heredoc(
        command: current, delimiter: delimiter, stripsTabs: stripsTabs,
        isExpanded: !delimiter.isQuoted, body: SourceRange(at: position), text: delimiter))
  }

  /// Reads the here-documents that begin at the position, the first byte of a line.
  mutating func readHeredocs() {
    let pending = nextHeredoc..<heredocs.count
    // Those within the substitutions of a text stand within that text.
    nextHeredoc = heredocs.count
    for index in pending {
      let start = position
      heredocs[index].body = SourceRange(start, heredocEnd(of: index))
    }
    let next = position
    for index in pending where problem == nil {
      position = heredocs[index].body.start
      heredocs[index].text = heredocText(of: index, upTo: heredocs[index].body.end)
    }
    if problem == nil { position = next }
  }

  /// Gives here-documents behind whose line the script ends an empty text.
  mutating func readLateHeredocs() {
    if nextHeredoc < heredocs.count { readHeredocs() }
  }

  /// Finds the line that ends a here-document and goes behind it; returns where that line begins.
  private mutating func heredocEnd(of index: Int) -> Int {
    let heredoc = heredocs[index]
    let word = heredoc.delimiter
    let delimiter = word.isDecoded ? decoded[word.text.start..<word.text.end] : bytes[word.text.start..<word.text.end]
    while position < end {
      let start = position
      while position < end, bytes[position] != UInt8(ascii: "\n") { position += 1 }
      var line = bytes[start..<position]
      if position < end { position += 1 }
      if heredoc.stripsTabs { line = line.drop { $0 == UInt8(ascii: "\t") } }
      if line.last == UInt8(ascii: "\r") { line.removeLast() }
      if line.count == delimiter.count, line.elementsEqual(delimiter) {
        heredocs[index].isTerminated = true
        return start
      }
    }
    return position
  }

  /// The lines of a here-document as a word; its substitutions belong to the command that has it.
  private mutating func heredocText(of index: Int, upTo stop: Int) -> Script.Word {
    let (outer, outerRole, start, base) = (current, role, position, openParts.count)
    current = heredocs[index].command
    let isExpanded = heredocs[index].isExpanded
    upTo(stop) { parser in
      var literal = parser.position
      while parser.position < parser.end {
        if isExpanded {
          parser.quotedPart(&literal, inHeredoc: true)
        } else {
          parser.position = parser.end
        }
      }
      parser.flush(&literal, isQuoted: true)
    }
    (current, role) = (outer, outerRole)
    return closeWord(from: base, SourceRange(start, position))
  }
}
