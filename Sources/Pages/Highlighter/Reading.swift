extension UInt8 {
  /// A letter, `_`, or a byte of a character beyond ASCII.
  @inline(__always) var startsWord: Bool {
    (self | 0x20) &- 0x61 < 26 || self == UInt8(ascii: "_") || self >= 0x80
  }

  @inline(__always) var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }

  @inline(__always) var isDigit: Bool { self &- 0x30 < 10 }

  @inline(__always) var isUppercase: Bool { self &- 0x41 < 26 }

  /// What a word goes on with.
  @inline(__always) var continuesWord: Bool { startsWord || isDigit }

  @inline(__always) var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }

  /// A blank or the end of a line.
  @inline(__always) var isSpace: Bool { isBlank || self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
}

extension StaticString {
  var bytes: [UInt8] {
    unsafe Array(UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount))
  }
}

/// What several lexers read in the same way.
extension Painter {
  /// The byte that is read now; zero past the end.
  @inline(__always) var byte: UInt8 { self[index] }

  /// The place of the next byte that `matches`, or the end. What the loops over most bytes should use.
  @inline(__always)
  func next(from start: Int, where matches: (UInt8) -> Bool) -> Int {
    let code = code.span
    let end = min(end, code.count)
    var position = start
    while position < end, !matches(code[position]) { position &+= 1 }
    return position
  }

  /// Where the line of `position` ends: at its line feed, or at the end of the code.
  func lineEnd(from position: Int) -> Int {
    next(from: position) { $0 == UInt8(ascii: "\n") }
  }

  /// The place after the blanks at `position`.
  @inline(__always)
  func afterBlanks(_ position: Int) -> Int {
    var position = position
    while self[position].isBlank { position &+= 1 }
    return position
  }

  /// The place after the word (letters, digits, `_`) at `position`.
  @inline(__always)
  func afterWord(_ position: Int) -> Int {
    var position = position
    while self[position].continuesWord { position &+= 1 }
    return position
  }

  /// `stop` without the blanks and carriage returns before it.
  func trimmed(_ stop: Int, from start: Int) -> Int {
    var stop = stop
    while stop > start, code[stop - 1].isBlank || code[stop - 1] == UInt8(ascii: "\r") { stop &-= 1 }
    return stop
  }

  /// Whether `text` stands at `position`.
  func has(_ text: StaticString, at position: Int) -> Bool {
    guard position &+ text.utf8CodeUnitCount <= end else { return false }
    for offset in 0..<text.utf8CodeUnitCount where unsafe code[position &+ offset] != text.utf8Start[offset] {
      return false
    }
    return true
  }

  /// Whether only blanks stand between the start of the line and `position`.
  func startsLine(_ position: Int) -> Bool {
    var position = position
    while position > 0, code[position - 1].isBlank { position &-= 1 }
    return position == 0 || code[position - 1] == UInt8(ascii: "\n")
  }

  @inline(__always)
  mutating func skipBlanks() {
    index = afterBlanks(index)
  }

  /// Paints what is left of the line and goes to its end.
  mutating func takeLine(_ ink: Ink) {
    let end = lineEnd(from: index)
    paint(ink, from: index, to: trimmed(end, from: index))
    index = end
  }

  /// Where a quoted text that starts at `position` ends: after its closing quote, or nil if there is none.
  ///
  /// `escape` takes the byte after it along; zero for none.
  func afterQuoted(_ position: Int, escape: UInt8, multiline: Bool = false) -> Int? {
    let quote = self[position]
    var position = position &+ 1
    while position < end {
      let byte = code[position]
      if byte == quote { return position &+ 1 }
      if byte == UInt8(ascii: "\n"), !multiline { return nil }
      position &+= byte == escape && escape != 0 ? 2 : 1
    }
    return nil
  }

  /// Where a number that starts at `position` ends.
  func afterNumber(_ position: Int) -> Int {
    var position = position
    while position < end {
      let byte = code[position]
      if byte.continuesWord {
        position &+= 1
      } else if byte == UInt8(ascii: "."), self[position &+ 1].isDigit {
        position &+= 2
      } else if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+"), code[position - 1] | 0x20 == UInt8(ascii: "e"),
        self[position &+ 1].isDigit
      {
        position &+= 2
      } else {
        break
      }
    }
    return position
  }
}
