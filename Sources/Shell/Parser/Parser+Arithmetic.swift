import Source

extension Parser {
  /// Where the arithmetic ends whose `((` begins at `start`: behind its `))`. Nothing where the brackets are those of
  /// subshells, which can only be known by looking for their end.
  mutating func arithmeticEnd(from start: Int) -> Int? {
    var offset = start + 2
    var open = 2
    while offset < end {
      lookahead -= 1
      // So much has been looked at in vain that the script is made to be slow.
      guard lookahead > 0 else { return nil }
      switch bytes[offset] {
      case UInt8(ascii: "\\"): offset += 1
      case UInt8(ascii: "("): open += 1
      case UInt8(ascii: ")"):
        open -= 1
        if open == 1 {
          return offset + 1 < end && bytes[offset + 1] == UInt8(ascii: ")") ? offset + 2 : nil
        }
      case UInt8(ascii: "'"), UInt8(ascii: "\""):
        let quote = bytes[offset]
        offset += 1
        while offset < end, bytes[offset] != quote {
          lookahead -= 1
          offset += 1
        }
      default: break
      }
      offset += 1
    }
    return nil
  }

  /// `$((…))`, of which the first `opening` bytes open it, up to `stop`.
  mutating func arithmetic(_ stop: Int, opening: Int, isQuoted: Bool) {
    let start = position
    let index = open(.arithmetic, isQuoted: isQuoted)
    position += opening
    nested(from: start) { parser in
      parser.upTo(stop - 2) { inner in
        var literal = inner.position
        while inner.position < inner.end { inner.quotedPart(&literal) }
        inner.flush(&literal, isQuoted: true)
      }
    }
    if problem == nil { position = stop }
    close(index)
  }

  /// `((…))` up to `stop`, as a word.
  mutating func arithmeticWord(_ stop: Int) -> Script.Word {
    let start = position
    let base = openParts.count
    arithmetic(stop, opening: 2, isQuoted: false)
    return closeWord(from: base, SourceRange(start, position))
  }
}
