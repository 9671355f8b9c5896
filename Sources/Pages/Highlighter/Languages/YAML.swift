extension Language {
  static let yaml = Language("YAML", "yaml yml compose docker-compose helm kubernetes k8s") { painter in
    var lexer = YAMLLexer()
    lexer.run(&painter)
  }
}

/// Paints YAML, and the templates that charts put into it.
struct YAMLLexer {
  /// How many `[` and `{` are open.
  private var flow = 0
  /// The column of the line in which the outermost of them was opened.
  private var flowColumn = 0
  /// Where the line starts.
  var line = 0
  /// The column of the innermost key or dash: what a block scalar must be indented beyond.
  var parent = -1
  /// The last key; its name tells what its value is.
  var key = 0..<0
  /// Whether `kind:` stands before the value.
  private var isKind = false

  mutating func run(_ painter: inout Painter) {
    while painter.index < painter.end {
      startLine(&painter)
      while painter.index < painter.end, painter.code[painter.index] != UInt8(ascii: "\n") { node(&painter) }
      painter.index &+= 1
    }
    painter.index = painter.end
  }

  private mutating func startLine(_ painter: inout Painter) {
    line = painter.index
    painter.skipBlanks()
    parent = -1
    isKind = false
    let column = painter.index - line
    if flow > 0, column <= flowColumn, !Self.closesFlow(painter.byte) { flow = 0 }
    guard column == 0 else { return }
    let stop = line &+ 3
    switch painter.byte {
    case UInt8(ascii: "%"): painter.takeLine(.keyword)
    case UInt8(ascii: "-") where painter.has("---", at: line), UInt8(ascii: ".") where painter.has("...", at: line):
      if painter[stop].isSpace || stop >= painter.end { painter.take(.heading, 3) }
    default: break
    }
  }

  private static func closesFlow(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "\n")
  }

  private mutating func node(_ painter: inout Painter) {
    let byte = painter.code[painter.index]
    let next = painter[painter.index &+ 1]
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): painter.index &+= 1
    case UInt8(ascii: "#") where isApart(painter): painter.takeLine(.comment)
    case UInt8(ascii: "-") where flow == 0 && (next.isSpace || next == 0):
      parent = painter.index - line
      painter.index &+= 1
    case UInt8(ascii: "?") where next.isSpace: painter.take(.option, 1)
    case UInt8(ascii: "&"), UInt8(ascii: "*"): property(.variable, &painter)
    case UInt8(ascii: "!"): property(.type, &painter)
    case UInt8(ascii: "|"), UInt8(ascii: ">"): block(&painter)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): quoted(&painter)
    case UInt8(ascii: "{") where next == UInt8(ascii: "{"): template(&painter)
    case UInt8(ascii: "{"), UInt8(ascii: "["): openFlow(&painter)
    case UInt8(ascii: "}"), UInt8(ascii: "]"): closeFlow(&painter)
    case UInt8(ascii: ",") where flow > 0: painter.index &+= 1
    default: plain(&painter)
    }
  }

  /// Whether a blank or the start of the line stands before.
  private func isApart(_ painter: borrowing Painter) -> Bool {
    painter.index == line || painter.code[painter.index - 1].isBlank
  }

  private mutating func openFlow(_ painter: inout Painter) {
    if flow == 0 { flowColumn = painter.afterBlanks(line) - line }
    flow += 1
    painter.index &+= 1
  }

  private mutating func closeFlow(_ painter: inout Painter) {
    flow = max(0, flow - 1)
    painter.index &+= 1
  }

  /// An anchor, an alias or a tag. Behind an alias a colon may stand: it is a key then.
  private mutating func property(_ ink: Ink, _ painter: inout Painter) {
    var end = painter.index &+ 1
    while end < painter.end, !painter.code[end].isSpace, !endsFlow(painter.code[end]) { end &+= 1 }
    if painter.code[end - 1] == UInt8(ascii: ":"), end - painter.index > 2 { end -= 1 }
    if end - painter.index > 1 { painter.take(ink, to: end) } else { plain(&painter) }
  }

  @inline(__always)
  private func endsFlow(_ byte: UInt8) -> Bool {
    guard flow > 0 else { return false }
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"): return true
    default: return false
    }
  }

  /// `{{ … }}`, over lines too.
  private func template(_ painter: inout Painter) {
    if !TemplateLexer.action(&painter) { painter.index &+= 1 }
  }
}

// MARK: Scalars

extension YAMLLexer {
  private mutating func quoted(_ painter: inout Painter) {
    let start = painter.index
    let escape = painter.byte == UInt8(ascii: "\"") ? UInt8(ascii: "\\") : 0
    guard let end = painter.afterQuoted(start, escape: escape, multiline: true) else { return plain(&painter) }
    if isColon(painter, at: painter.afterBlanks(end)) {
      noteKey(start..<end, &painter)
    } else {
      // `''` in a quoted text looks like two of them; the ink is the same.
      painter.inside(end) { TemplateLexer.text(.string, expanding: true, &$0) }
    }
  }

  /// A plain scalar up to its end: a key before a colon, or a value.
  private mutating func plain(_ painter: inout Painter) {
    let start = painter.index
    var holes = painter.byte == UInt8(ascii: "$")
    var position = start &+ 1
    let end = painter.end
    scan: while position < end {
      switch painter.code[position] {
      case UInt8(ascii: "\n"): break scan
      case UInt8(ascii: ":"):
        if isColon(painter, at: position) { return noteKey(start..<position, &painter) }
      case UInt8(ascii: "#"):
        if painter.code[position &- 1].isBlank { break scan }
      case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "}"):
        if flow > 0 { break scan }
      case UInt8(ascii: "{"):
        if painter[position &+ 1] == UInt8(ascii: "{"), let after = template(at: position, &painter) {
          position = after
          continue scan
        }
        if flow > 0 { break scan }
      case UInt8(ascii: "$"): holes = true
      default: break
      }
      position &+= 1
    }
    painter.index = position
    value(start, holes: holes, &painter)
  }

  /// Paints the template in a scalar; the place after it.
  private func template(at position: Int, _ painter: inout Painter) -> Int? {
    painter.index = position
    return TemplateLexer.action(&painter) ? painter.index : nil
  }

  private func isColon(_ painter: borrowing Painter, at position: Int) -> Bool {
    guard painter[position] == UInt8(ascii: ":") else { return false }
    let next = painter[position &+ 1]
    return next.isSpace || next == 0 || endsFlow(next)
  }

  private mutating func noteKey(_ name: Range<Int>, _ painter: inout Painter) {
    painter.paint(.key, from: name.lowerBound, to: painter.trimmed(name.upperBound, from: name.lowerBound))
    painter.index = name.upperBound
    painter.skipBlanks()
    painter.index &+= 1
    key = name
    parent = name.lowerBound - line
    isKind = name.count == 4 && painter.has("kind", at: name.lowerBound)
  }

  /// A plain value: a kind, a number, a constant, or text with `${VARIABLES}` in it.
  private mutating func value(_ start: Int, holes: Bool, _ painter: inout Painter) {
    let end = painter.trimmed(painter.index, from: start)
    if isKind {
      painter.paint(.type, from: start, to: end)
      isKind = false
    } else if Self.isConstant(painter, start, end) {
      painter.paint(.number, from: start, to: end)
    } else if holes {
      let stop = painter.index
      painter.index = start
      painter.inside(stop) { TemplateLexer.text(nil, expanding: true, &$0) }
    }
  }

  private static let constants = WordTable<Bool>(
    ignoringCase: true, (true, "true false null ~ yes no on off .inf -.inf .nan"))

  /// Whether a plain scalar is a boolean, null, a number, or a quantity such as `250m` or `1Gi`.
  private static func isConstant(_ painter: borrowing Painter, _ start: Int, _ end: Int) -> Bool {
    let first = painter.code[start]
    if first.isLetter || first == UInt8(ascii: "~") || first == UInt8(ascii: ".") {
      return end - start <= 5 && constants.value(painter.code, start, end) != nil
    }
    guard first.isDigit || first == UInt8(ascii: "-") || first == UInt8(ascii: "+") else { return false }
    return isNumber(painter, first.isDigit ? start : start + 1, end)
  }

  private static func isNumber(_ painter: borrowing Painter, _ start: Int, _ end: Int) -> Bool {
    guard painter[start].isDigit, end - start <= 40 else { return false }
    if painter[start] == UInt8(ascii: "0"), painter[start &+ 1] | 0x20 == UInt8(ascii: "x") {
      return painter.afterWord(start) == end
    }
    var position = start
    while painter[position].isDigit || painter[position] == UInt8(ascii: "_") { position &+= 1 }
    if painter[position] == UInt8(ascii: "."), painter[position &+ 1].isDigit {
      position &+= 1
      while painter[position].isDigit { position &+= 1 }
    }
    if painter[position] == UInt8(ascii: "%") { return position &+ 1 == end }
    let unit = position
    while painter[position].isLetter { position &+= 1 }
    guard position < end else { return position == end && position - unit <= 2 }
    guard position - unit == 1, painter[unit] | 0x20 == UInt8(ascii: "e") else { return false }
    if painter[position] == UInt8(ascii: "-") || painter[position] == UInt8(ascii: "+") { position &+= 1 }
    while painter[position].isDigit { position &+= 1 }
    return position == end
  }
}

// MARK: Block scalars

extension YAMLLexer {
  /// `|` or `>`, its indicators, and the lines that are indented beyond its parent.
  private mutating func block(_ painter: inout Painter) {
    var end = painter.index &+ 1
    while painter[end].isDigit || painter[end] == UInt8(ascii: "-") || painter[end] == UInt8(ascii: "+") { end &+= 1 }
    let rest = painter.afterBlanks(end)
    let next = painter[rest]
    guard flow == 0, next == UInt8(ascii: "\n") || next == UInt8(ascii: "\r") || next == 0 || next == UInt8(ascii: "#")
    else { return plain(&painter) }
    painter.take(.option, to: end)
    painter.skipBlanks()
    if next == UInt8(ascii: "#") { painter.takeLine(.comment) }
    painter.index = min(painter.lineEnd(from: painter.index) &+ 1, painter.end)
    blockText(&painter)
  }

  private mutating func blockText(_ painter: inout Painter) {
    var line = painter.index
    var end = line
    while line < painter.end {
      let first = painter.afterBlanks(line)
      let isEmpty = painter[first] == UInt8(ascii: "\n") || painter[first] == UInt8(ascii: "\r") || first >= painter.end
      if !isEmpty, first - line <= parent { break }
      line = painter.lineEnd(from: first)
      if !isEmpty { end = line }
      line = min(line &+ 1, painter.end)
    }
    let start = painter.index
    guard end > start else {
      // Nothing: back to the line feed, where the line of the header ends.
      if start > 0, painter.code[start - 1] == UInt8(ascii: "\n") { painter.index = start - 1 }
      return
    }
    painter.skipBlanks()
    if let language = language(of: painter, to: end) {
      painter.index = start
      painter.embed(language, to: end)
    } else {
      painter.inside(end) { TemplateLexer.text(.string, expanding: false, &$0) }
    }
  }

  /// What the text is written in, if its key is the name of a file (`nginx.conf: |`), or if it is a script.
  private func language(of painter: borrowing Painter, to end: Int) -> Language? {
    if painter.has("#!", at: painter.index) { return Sniffer.language(of: painter, from: painter.index, to: end) }
    guard key.count <= 64, let dot = painter.code[key].lastIndex(of: UInt8(ascii: ".")) else { return nil }
    return Language.named(String(decoding: painter.code[key], as: UTF8.self))
      ?? Language.named(String(decoding: painter.code[(dot + 1)..<key.upperBound], as: UTF8.self))
  }
}
