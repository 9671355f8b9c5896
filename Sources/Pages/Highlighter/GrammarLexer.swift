/// Paints code by a ``Grammar``.
struct GrammarLexer {
  private let grammar: Grammar
  /// The quoted texts that the code at hand is a hole in, and how many brackets are open in each hole.
  private var holes: [(quote: Int, brackets: Int)] = []
  /// The last byte that was no blank: it tells a division from a regular expression.
  private var last = UInt8(ascii: "\n")

  init(_ grammar: Grammar) {
    self.grammar = grammar
  }

  mutating func run(_ painter: inout Painter) {
    while painter.index < painter.end {
      let byte = painter.code[painter.index]
      switch grammar.actions[Int(byte)] {
      case .skip: skip(byte, &painter)
      case .word: word(&painter)
      case .number: number(&painter)
      case .quote: quote(&painter)
      case .comment: comment(&painter)
      case .open, .close: bracket(byte, &painter)
      case .at, .dollar, .hash, .colon, .dash: sigil(byte, &painter)
      }
    }
  }

  @inline(__always)
  private mutating func skip(_ byte: UInt8, _ painter: inout Painter) {
    if !byte.isBlank { last = byte }
    painter.index &+= 1
  }

  private mutating func number(_ painter: inout Painter) {
    painter.take(.number, to: painter.afterNumber(painter.index))
    last = UInt8(ascii: "0")
  }
}

// MARK: Words

extension GrammarLexer {
  private mutating func word(_ painter: inout Painter) {
    let start = painter.index
    let end = wordEnd(painter)
    if let ink = grammar.words.value(painter.code, start, end) {
      painter.paint(ink, from: start, to: end)
      last = ink == .keyword ? UInt8(ascii: "(") : UInt8(ascii: "a")
    } else {
      if let ink = ink(start, end, painter) { painter.paint(ink, from: start, to: end) }
      last = UInt8(ascii: "a")
    }
    painter.index = end
  }

  @inline(__always)
  private func wordEnd(_ painter: borrowing Painter) -> Int {
    var end = painter.afterWord(painter.index)
    guard grammar.traits.contains(.dashedWords) else { return end }
    while painter[end] == UInt8(ascii: "-"), painter[end &+ 1].continuesWord { end = painter.afterWord(end &+ 1) }
    return end
  }

  /// What a word that is in no table is, by what follows it.
  @inline(__always)
  private func ink(_ start: Int, _ end: Int, _ painter: borrowing Painter) -> Ink? {
    let next = painter[end]
    let traits = grammar.traits
    if next == UInt8(ascii: "(") { return .function }
    if traits.contains(.dashOptions) { return painter.code[start..<end].contains(UInt8(ascii: "-")) ? .function : nil }
    if traits.contains(.macros), next == UInt8(ascii: "!"), painter[end &+ 1] != UInt8(ascii: "=") { return .function }
    if traits.contains(.colonKeys), next == UInt8(ascii: ":"), painter[end &+ 1] != UInt8(ascii: ":") { return .key }
    if traits.contains(.assignedKeys) {
      let mark = painter.afterBlanks(end)
      if painter[mark] == UInt8(ascii: "="), painter[mark &+ 1] != UInt8(ascii: "=") { return .key }
    }
    return traits.contains(.capitalTypes) && painter.code[start].isUppercase ? .type : nil
  }

  private mutating func sigil(_ byte: UInt8, _ painter: inout Painter) {
    let start = painter.index &+ 1
    let previous = painter.index > 0 ? painter.code[painter.index - 1] : UInt8(ascii: "\n")
    guard painter[start].startsWord, byte != UInt8(ascii: "-") || previous.isSpace, previous != byte else {
      return skip(byte, &painter)
    }
    painter.take(Self.ink(ofSigil: byte, grammar.traits), to: painter.afterWord(start))
    last = UInt8(ascii: "a")
  }

  private static func ink(ofSigil byte: UInt8, _ traits: Grammar.Traits) -> Ink {
    switch byte {
    case UInt8(ascii: "@"): traits.contains(.rubySigils) ? .variable : .type
    case UInt8(ascii: "$"): .variable
    case UInt8(ascii: "#"): .keyword
    case UInt8(ascii: ":"): .number
    default: .option
    }
  }
}

// MARK: Quoted text and its holes

extension GrammarLexer {
  private mutating func quote(_ painter: inout Painter) {
    for number in grammar.quotes.indices where painter.has(grammar.quotes[number].open, at: painter.index) {
      let quote = grammar.quotes[number]
      if quote.isCharacter {
        character(quote, &painter)
      } else {
        let start = painter.index
        painter.index &+= quote.open.utf8CodeUnitCount
        text(number, from: start, &painter)
      }
      last = UInt8(ascii: "a")
      return
    }
    skip(painter.byte, &painter)
  }

  /// Paints quoted text from `start` up to its end or to a hole.
  private mutating func text(_ number: Int, from start: Int, _ painter: inout Painter) {
    let quote = grammar.quotes[number]
    let close = unsafe quote.close.utf8Start[0]
    let hole = quote.hole.utf8CodeUnitCount > 0 ? unsafe quote.hole.utf8Start[0] : 0
    while painter.index < painter.end {
      let byte = painter.code[painter.index]
      if byte == close, painter.has(quote.close, at: painter.index) {
        painter.index &+= quote.close.utf8CodeUnitCount
        break
      }
      if byte == hole, hole != 0, painter.has(quote.hole, at: painter.index) {
        painter.paint(quote.ink, from: start, to: painter.index)
        painter.take(.option, quote.hole.utf8CodeUnitCount)
        holes.append((number, 0))
        return
      }
      if byte == UInt8(ascii: "\n"), !quote.isMultiline { break }
      painter.index &+= byte == quote.escape && byte != 0 ? 2 : 1
    }
    painter.index = min(painter.index, painter.end)
    painter.paint(quote.ink, from: start, to: painter.index)
  }

  /// A quoted character, or a quote that is none.
  private mutating func character(_ quote: Grammar.Quote, _ painter: inout Painter) {
    let start = painter.index
    let isEscaped = painter[start &+ 1] == quote.escape
    let stop = min(painter.end, start + 14)
    var end = start &+ (isEscaped ? 3 : 2)
    while end < stop, painter.code[end] != painter.code[start], isEscaped || painter.code[end] >= 0x80 { end &+= 1 }
    if end < stop, painter.code[end] == painter.code[start] {
      painter.take(quote.ink, to: end &+ 1)
    } else {
      painter.index &+= 1
    }
  }

  /// Counts brackets inside of a hole; the last one leads back into the text around it.
  private mutating func bracket(_ byte: UInt8, _ painter: inout Painter) {
    guard let hole = holes.last else { return skip(byte, &painter) }
    let end = grammar.quotes[hole.quote].holeEnd
    if byte == end, hole.brackets == 0 {
      painter.take(.option, 1)
      holes.removeLast()
      return text(hole.quote, from: painter.index, &painter)
    }
    let open: UInt8 = end == UInt8(ascii: ")") ? UInt8(ascii: "(") : UInt8(ascii: "{")
    if byte == open { holes[holes.count - 1].brackets += 1 }
    if byte == end { holes[holes.count - 1].brackets -= 1 }
    skip(byte, &painter)
  }
}

// MARK: Comments and regular expressions

extension GrammarLexer {
  private mutating func comment(_ painter: inout Painter) {
    for mark in grammar.lineComments where painter.has(mark, at: painter.index) {
      return painter.takeLine(.comment)
    }
    for comment in grammar.blockComments where painter.has(comment.open, at: painter.index) {
      return painter.take(.comment, to: Self.end(of: comment, painter))
    }
    if painter.byte == UInt8(ascii: "/"), grammar.traits.contains(.regularExpressions), let end = expressionEnd(painter)
    {
      painter.take(.string, to: end)
      last = UInt8(ascii: "a")
    } else if grammar.traits.contains(.dashOptions), painter.byte == UInt8(ascii: "-") {
      sigil(painter.byte, &painter)
    } else {
      skip(painter.byte, &painter)
    }
  }

  private static func end(of comment: Grammar.Comment, _ painter: borrowing Painter) -> Int {
    let first = unsafe (open: comment.open.utf8Start[0], close: comment.close.utf8Start[0])
    var position = painter.index &+ comment.open.utf8CodeUnitCount
    var level = 1
    while position < painter.end {
      let byte = painter.code[position]
      if byte == first.close, painter.has(comment.close, at: position) {
        level -= 1
        position &+= comment.close.utf8CodeUnitCount
        if level == 0 { return position }
      } else if byte == first.open, comment.nests, painter.has(comment.open, at: position) {
        level += 1
        position &+= comment.open.utf8CodeUnitCount
      } else {
        position &+= 1
      }
    }
    return painter.end
  }

  /// Where a regular expression that starts here ends; nil where a `/` divides.
  private func expressionEnd(_ painter: borrowing Painter) -> Int? {
    switch last {
    case UInt8(ascii: "a"), UInt8(ascii: "0"), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): return nil
    default: break
    }
    guard let end = painter.afterQuoted(painter.index, escape: UInt8(ascii: "\\")) else { return nil }
    return painter.afterWord(end)
  }
}
