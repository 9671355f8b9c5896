import Source

/// A question of a batch: a line such as `{"id": "a1", "q": "bind mount"}`.
struct QueryLine {
  /// What the question is called: a string or a number, as it is written in JSON.
  let id: [UInt8]
  /// The question.
  let text: [UInt8]

  /// Reads a line; nothing where it is no object that has both.
  init?(_ line: ArraySlice<UInt8>) {
    var members = JSONMembers(line)
    var (id, text): ([UInt8]?, [UInt8]?)
    while let (name, value) = members.next() {
      switch name[...] {
      case "id": id = Array(value)
      case "q": text = JSONMembers.string(value)
      default: continue
      }
    }
    guard members.isWhole, let id, let text, let first = id.first else { return nil }
    guard first == UInt8(ascii: "\"") || first == UInt8(ascii: "-") || first.isDigit else { return nil }
    (self.id, self.text) = (id, text)
  }
}

/// The members of a JSON object, one after the other. Values that are objects or arrays are passed over as a whole.
private struct JSONMembers {
  private let text: ArraySlice<UInt8>
  private var index: Int
  private var isFirst = true
  /// Whether the object ended where the text does.
  private(set) var isWhole = false

  init(_ text: ArraySlice<UInt8>) {
    self.text = text.trimmed
    index = self.text.startIndex
  }

  /// The next member's name, and its value as it is written; nothing at the end and where the text is no JSON.
  mutating func next() -> (name: [UInt8], value: ArraySlice<UInt8>)? {
    guard take(isFirst ? UInt8(ascii: "{") : UInt8(ascii: ",")) else { return end() }
    if isFirst, take(UInt8(ascii: "}")) {
      index -= 1
      return end()
    }
    isFirst = false
    skipSpace()
    guard let name = value(), let decoded = Self.string(name), take(UInt8(ascii: ":")) else { return nil }
    skipSpace()
    return value().map { (decoded, $0) }
  }

  private mutating func end() -> (name: [UInt8], value: ArraySlice<UInt8>)? {
    isWhole = take(UInt8(ascii: "}")) && index == text.endIndex
    return nil
  }

  /// What a string in quotes says.
  static func string(_ value: ArraySlice<UInt8>) -> [UInt8]? {
    guard value.first == UInt8(ascii: "\"") else { return nil }
    return JSONString.decoded(value.dropFirst().dropLast())
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard index < text.endIndex, text[index] == byte else { return false }
    index += 1
    return true
  }

  private mutating func skipSpace() {
    while index < text.endIndex, text[index].isSpace { index += 1 }
  }

  /// A value: a string, what stands between brackets, or a word such as `12` or `null`.
  private mutating func value() -> ArraySlice<UInt8>? {
    let start = index
    var depth = 0
    repeat {
      guard index < text.endIndex else { return nil }
      switch text[index] {
      case UInt8(ascii: "\""): guard skipString() else { return nil }
      case UInt8(ascii: "{"), UInt8(ascii: "["): (depth, index) = (depth + 1, index + 1)
      case UInt8(ascii: "}"), UInt8(ascii: "]"): (depth, index) = (depth - 1, index + 1)
      default: if depth > 0 { index += 1 } else { skipWord() }
      }
    } while depth > 0
    return index > start && depth == 0 ? text[start..<index] : nil
  }

  private mutating func skipWord() {
    while index < text.endIndex, text[index].isNameByte || Array("+-.".utf8).contains(text[index]) { index += 1 }
  }

  private mutating func skipString() -> Bool {
    index += 1
    while index < text.endIndex, text[index] != UInt8(ascii: "\"") {
      guard text[index] >= 0x20 else { return false }
      index += text[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    index = min(index + 1, text.endIndex)
    return text[index - 1] == UInt8(ascii: "\"")
  }
}
