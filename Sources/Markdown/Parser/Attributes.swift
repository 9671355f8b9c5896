internal import Source

extension DocumentParser {
  /// Takes `{#id}` or `{#id .class}` from the end of the text that was read. What is behind a backslash is text.
  mutating func takeID() -> (text: String, place: SourceRange)? {
    let count = content.count
    guard count > 3, content[count - 1] == UInt8(ascii: "}") else { return nil }
    var start = count - 2
    while start >= 0, content[start] != UInt8(ascii: "{"), content[start] != UInt8(ascii: "\n") { start -= 1 }
    guard start >= 0, content[start] == UInt8(ascii: "{"), content[start + 1] == UInt8(ascii: "#") else { return nil }
    guard start == 0 || content[start - 1].isSpace else { return nil }
    var end = start + 2
    while Self.isPartOfID(content[end]) { end += 1 }
    guard end > start + 2, hasOnlyClasses(from: end, to: count - 1) else { return nil }
    let id = String(decoding: content.bytes[start + 2..<end], as: UTF8.self)
    let place = inlinePlace(start + 2, end)
    while start > 0, content[start - 1].isSpace { start -= 1 }
    shown = shown.lowerBound..<start
    return (id, place)
  }

  private static func isPartOfID(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte >= 0x80 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":")
  }

  /// Whether the rest of the braces is words such as `.class` or `key=value`.
  private func hasOnlyClasses(from start: Int, to end: Int) -> Bool {
    var index = start
    while index < end {
      guard content[index].isBlank else { return false }
      while index < end, content[index].isBlank { index += 1 }
      while index < end, !content[index].isBlank {
        guard content[index] != UInt8(ascii: "{"), content[index] != UInt8(ascii: "}") else { return false }
        index += 1
      }
    }
    return true
  }

  /// Takes the box of a task (`[ ]` or `[x]`) from the start of the text that was read, and gives its flag.
  mutating func takeBox() -> Node.Flags? {
    let start = position
    guard content[start] == UInt8(ascii: "["), content[start + 2] == UInt8(ascii: "]") else { return nil }
    guard content[start + 3].isSpace, start + 4 < content.count else { return nil }
    switch content[start + 1] {
    case UInt8(ascii: " "):
      shown = start + 4..<shown.upperBound
      return .open
    case UInt8(ascii: "x"), UInt8(ascii: "X"):
      shown = start + 4..<shown.upperBound
      return .done
    default: return nil
    }
  }
}
