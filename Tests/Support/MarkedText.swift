package import Source
package import Testing

/// A text in which keycap digits (`1️⃣`) mark places, so that no test counts columns.
///
/// ```swift
/// let text = MarkedText("see [1️⃣gone.md2️⃣](x)")
/// text.string  // "see [gone.md](x)"
/// text[1]      // 5
/// text.range(1, 2)
/// ```
package struct MarkedText: Sendable {
  /// The text without its marks.
  package let bytes: [UInt8]
  /// The offset at which each mark stood, by its digit.
  package let marks: [Int: Int]

  /// What follows the digit in a keycap: a variation selector and the combining keycap.
  private static let keycap = Array("\u{FE0F}\u{20E3}".utf8)

  /// Takes the marks out of `text`.
  package init(_ text: String) {
    let all = Array(text.utf8)
    var bytes: [UInt8] = []
    var marks: [Int: Int] = [:]
    var index = 0
    while index < all.count {
      if Self.isDigit(all[index]), all[(index + 1)...].starts(with: Self.keycap) {
        marks[Int(all[index] - UInt8(ascii: "0"))] = bytes.count
        index += 1 + Self.keycap.count
      } else {
        bytes.append(all[index])
        index += 1
      }
    }
    self.bytes = bytes
    self.marks = marks
  }

  /// The text without its marks.
  package var string: String {
    String(decoding: bytes, as: UTF8.self)
  }

  /// The text without its marks, as a file.
  package func source(path: String = "note.md") -> SourceText {
    SourceText(path: path, bytes: bytes)
  }

  /// The offset of a mark; one that is not in the text fails the test.
  package subscript(_ digit: Int, _ sourceLocation: SourceLocation = #_sourceLocation) -> Int {
    guard let offset = marks[digit] else {
      Issue.record("The text has no mark \(digit)", sourceLocation: sourceLocation)
      return 0
    }
    return offset
  }

  /// The bytes between two marks.
  package func range(_ start: Int, _ end: Int, sourceLocation: SourceLocation = #_sourceLocation) -> SourceRange {
    SourceRange(self[start, sourceLocation], self[end, sourceLocation])
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
