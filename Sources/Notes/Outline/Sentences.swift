import Source

/// Where the sentences of a text end.
enum Sentences {
  /// The place behind the first sentence of `range`, its full stop included; the end where there is one sentence only.
  ///
  /// A sentence ends at a stop with two blanks or a line break behind it, or with a blank and then something that can
  /// begin a sentence. `e.g. ` does not end one.
  static func end(ofFirstIn bytes: [UInt8], _ range: Range<Int>, code: [Bool]) -> Int {
    var depth = 0
    for index in range where !code[index] {
      switch bytes[index] {
      case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"): depth = max(0, depth - 1)
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
        let next = index + 1
        guard depth == 0, next < range.upperBound, bytes[next].isSpace, !isAbbreviation(bytes, range, before: index)
        else { continue }
        guard next + 1 < range.upperBound else { return next }
        if bytes[next + 1].isSpace || beginsSentence(bytes[next + 1]) || code[next + 1] { return next }
      default: break
      }
    }
    return range.upperBound
  }

  /// The sentences of `range`, without the blanks between them.
  static func split(_ bytes: [UInt8], _ range: Range<Int>, code: [Bool]) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = range.lowerBound
    while start < range.upperBound {
      guard !bytes[start].isSpace else {
        start += 1
        continue
      }
      let end = end(ofFirstIn: bytes, start..<range.upperBound, code: code)
      sentences.append(start..<end)
      start = end
    }
    return sentences
  }

  private static func beginsSentence(_ byte: UInt8) -> Bool {
    byte.isCapital || byte >= 0x80 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "(")
  }

  private static func isAbbreviation(_ bytes: [UInt8], _ range: Range<Int>, before stop: Int) -> Bool {
    var start = stop
    while start > range.lowerBound, !bytes[start - 1].isSpace, bytes[start - 1] != UInt8(ascii: "(") { start -= 1 }
    switch bytes[start..<stop] {
    case "e.g", "i.e", "vs", "cf", "E.g", "I.e", "approx", "incl", "resp": return true
    default: return false
    }
  }
}
