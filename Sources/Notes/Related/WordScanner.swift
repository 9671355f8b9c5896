import Source

/// Gives the words of a text one after the other: runs of letters and digits with a letter among them.
///
/// In HTML, tags and character references are passed over.
struct WordScanner {
  private let isHTML: Bool
  private var position = 0

  /// A scanner that starts at the beginning of a text.
  init(isHTML: Bool) {
    self.isHTML = isHTML
  }

  /// Where the next word of `text` stands; none at the end.
  @inline(__always)
  mutating func next(in text: Span<UInt8>) -> Range<Int>? {
    var index = position
    while index < text.count {
      let byte = text[index]
      if Self.isWordByte(byte) {
        let (end, hasLetter) = Self.end(of: text, from: index)
        if hasLetter, end - index > 1 {
          position = end
          return index..<end
        }
        index = end
      } else if isHTML, byte == UInt8(ascii: "<") {
        index = Self.after(UInt8(ascii: ">"), in: text, from: index, atMost: .max)
      } else if isHTML, byte == UInt8(ascii: "&") {
        index = Self.after(UInt8(ascii: ";"), in: text, from: index, atMost: 10)
      } else {
        index += 1
      }
    }
    position = index
    return nil
  }

  /// Letters, digits, and every byte of a character outside of ASCII.
  @inline(__always)
  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte >= 0x80
  }

  @inline(__always)
  private static func end(of text: Span<UInt8>, from start: Int) -> (end: Int, hasLetter: Bool) {
    var end = start
    var hasLetter = false
    while end < text.count, isWordByte(text[end]) {
      if !text[end].isDigit { hasLetter = true }
      end += 1
    }
    return (end, hasLetter)
  }

  /// The place behind the next `byte`; behind the first one where it does not come.
  private static func after(_ byte: UInt8, in text: Span<UInt8>, from start: Int, atMost limit: Int) -> Int {
    var index = start + 1
    let end = limit < text.count - start ? start + limit : text.count
    while index < end {
      if text[index] == byte { return index + 1 }
      index += 1
    }
    return limit == .max ? text.count : start + 1
  }
}
