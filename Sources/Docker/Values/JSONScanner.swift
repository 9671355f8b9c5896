import Source

/// Reads a JSON array from front to back, without recursion.
struct JSONScanner {
  /// What may come next.
  private enum Turn {
    case value, valueOrEnd, key, keyOrEnd, colon, commaOrEnd
  }

  /// How deep `encoding/json` goes.
  private static let deepest = 10_000

  private let text: Bytes
  private var index: Int
  private var turn = Turn.value
  /// Whether each open bracket is that of an object.
  private var open: [Bool] = []
  /// The comma before the element or key that comes next.
  private var comma: Int?
  /// Where the element of the array begins that is being read.
  private var start = 0
  private var words: [Word] = []
  private var other: SourceRange?

  init(_ text: Bytes) {
    self.text = text
    index = text.startIndex
  }

  mutating func scan() -> JSONArray {
    do throws(JSONFlaw) {
      guard text.first == UInt8(ascii: "[") else {
        throw JSONFlaw(kind: .other, range: SourceRange(index, min(index + 1, text.endIndex)))
      }
      repeat { try step() } while !open.isEmpty
      skipSpace()
      if index < text.endIndex { throw JSONFlaw(kind: .trailingText, range: SourceRange(index, text.endIndex)) }
      return other.map { .others($0) } ?? .strings(words)
    } catch {
      return .malformed(error)
    }
  }

  private mutating func step() throws(JSONFlaw) {
    skipSpace()
    guard index < text.endIndex else { throw JSONFlaw(kind: .missingBracket, range: SourceRange(at: index)) }
    let byte = text[index]
    switch turn {
    case .value, .valueOrEnd:
      if turn == .valueOrEnd, byte == UInt8(ascii: "]") { return close() }
      try value(byte)
    case .key, .keyOrEnd:
      if turn == .keyOrEnd, byte == UInt8(ascii: "}") { return close() }
      guard byte == UInt8(ascii: "\"") else { throw unexpected(byte) }
      _ = try string()
      turn = .colon
    case .colon:
      guard byte == UInt8(ascii: ":") else { throw unexpected(byte) }
      index += 1
      comma = nil
      turn = .value
    case .commaOrEnd: try separator(byte)
    }
  }

  private mutating func separator(_ byte: UInt8) throws(JSONFlaw) {
    let isObject = open.last ?? false
    if byte == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) { return close() }
    guard byte == UInt8(ascii: ",") else {
      let isElement = byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
      throw isElement ? JSONFlaw(kind: .missingComma, range: SourceRange(at: index)) : unexpected(byte)
    }
    comma = index
    index += 1
    turn = isObject ? .key : .value
  }

  private mutating func value(_ byte: UInt8) throws(JSONFlaw) {
    if open.count == 1 { start = index }
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      guard open.count < Self.deepest else { throw unexpected(byte) }
      open.append(byte == UInt8(ascii: "{"))
      index += 1
      turn = byte == UInt8(ascii: "{") ? .keyOrEnd : .valueOrEnd
      return
    case UInt8(ascii: "\""):
      let word = try string()
      if open.count == 1 { words.append(word) }
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      try number()
      noteOther()
    default:
      guard let name = ["true", "false", "null"].first(where: { text[index...].hasPrefix($0) }) else {
        throw unexpected(byte)
      }
      index += name.utf8CodeUnitCount
      noteOther()
    }
    turn = .commaOrEnd
  }

  /// Leaves the innermost bracket.
  private mutating func close() {
    index += 1
    open.removeLast()
    turn = .commaOrEnd
    noteOther()
  }

  /// Remembers the first element of the array that is no string, once it is read.
  private mutating func noteOther() {
    if open.count == 1, other == nil { other = SourceRange(start, index) }
  }

  private func unexpected(_ byte: UInt8) -> JSONFlaw {
    let here = SourceRange(index, index + 1)
    switch byte {
    case UInt8(ascii: "'"): return JSONFlaw(kind: .singleQuotes, range: here)
    case UInt8(ascii: "]") where turn == .value, UInt8(ascii: "}") where turn == .key:
      return comma.map { JSONFlaw(kind: .strayComma, range: SourceRange($0, $0 + 1)) }
        ?? JSONFlaw(kind: .other, range: here)
    case UInt8(ascii: ",") where turn == .value || turn == .valueOrEnd || turn == .key:
      return JSONFlaw(kind: .strayComma, range: here)
    case 0xE2 where text[index...].hasPrefix("“") || text[index...].hasPrefix("”") || text[index...].hasPrefix("„"):
      return JSONFlaw(kind: .curlyQuotes, range: SourceRange(index, index + 3))
    default: return JSONFlaw(kind: .other, range: here)
    }
  }

  private mutating func skipSpace() {
    while index < text.endIndex {
      switch text[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      default: return
      }
    }
  }

  /// `-`, digits without a leading zero, a fraction, an exponent.
  private mutating func number() throws(JSONFlaw) {
    if text[index] == UInt8(ascii: "-") { index += 1 }
    if index < text.endIndex, text[index] == UInt8(ascii: "0") { index += 1 } else { try digits() }
    if index < text.endIndex, text[index] == UInt8(ascii: ".") {
      index += 1
      try digits()
    }
    if index < text.endIndex, text[index].lowercased == UInt8(ascii: "e") {
      index += 1
      if index < text.endIndex, text[index] == UInt8(ascii: "+") || text[index] == UInt8(ascii: "-") { index += 1 }
      try digits()
    }
  }

  private mutating func digits() throws(JSONFlaw) {
    let first = index
    while index < text.endIndex, text[index].isDigit { index += 1 }
    guard index > first else { throw JSONFlaw(kind: .other, range: SourceRange(at: index)) }
  }

  /// Reads a string from its quote on.
  private mutating func string() throws(JSONFlaw) -> Word {
    let quote = index
    var isPlain = true
    index += 1
    while index < text.endIndex, text[index] != UInt8(ascii: "\"") {
      let byte = text[index]
      guard byte >= 0x20 else { throw JSONFlaw(kind: .controlCharacter, range: SourceRange(index, index + 1)) }
      if byte == UInt8(ascii: "\\") {
        try escape()
        isPlain = false
      } else if byte >= 0x80 {
        let length = text.characterLength(at: index)
        isPlain = isPlain && length != nil
        index += length ?? 1
      } else {
        index += 1
      }
    }
    guard index < text.endIndex else { throw JSONFlaw(kind: .missingQuote, range: SourceRange(quote, quote + 1)) }
    let range = SourceRange(quote + 1, index)
    index += 1
    return Word(range, decoded: isPlain ? nil : JSONString.decoded(text[range.start..<range.end]))
  }

  private mutating func escape() throws(JSONFlaw) {
    let start = index
    index += 1
    guard index < text.endIndex else { return }
    switch text[index] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      index += 1
    case UInt8(ascii: "u") where JSONString.unit(text, at: start) != nil: index += 5
    default: throw JSONFlaw(kind: .badEscape, range: SourceRange(start, start + 2))
    }
  }
}
