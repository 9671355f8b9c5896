internal import Source

/// Looks at the source around a place, to name what is there.
struct Glance {
  /// A piece of the source.
  struct Piece {
    let text: String
    let range: SourceRange
  }

  let text: ArraySlice<UInt8>

  /// The character at an offset; empty at the end of a line or of the text.
  func character(at offset: Int) -> Piece {
    guard offset < text.endIndex, !isLineBreak(offset) else { return piece(offset, offset) }
    var end = offset + 1
    while end < text.endIndex, text[end] & 0xC0 == 0x80 { end += 1 }
    return piece(offset, end)
  }

  /// The characters from an offset up to the next blank.
  func word(at offset: Int) -> Piece {
    var end = min(offset, text.endIndex)
    while end < text.endIndex, !Written.isBlank(text[end]) { end += 1 }
    return piece(min(offset, end), end)
  }

  /// What follows in the line, without the blanks at its end.
  func restOfLine(from offset: Int) -> Piece {
    var end = min(offset, text.endIndex)
    while end < text.endIndex, !isLineBreak(end) { end += 1 }
    while end > offset, Written.isBlank(text[end - 1]) { end -= 1 }
    return piece(min(offset, end), end)
  }

  /// What stands in the line before an offset, without the blanks and dashes at its start.
  func line(before offset: Int) -> Piece {
    var start = lineStart(of: offset)
    let dash = UInt8(ascii: "-")
    while start < offset, Written.isBlank(text[start]) || (text[start] == dash && Written.isBlank(text[start + 1])) {
      start += 1
    }
    return piece(start, offset)
  }

  /// The column of an offset, from 1 in bytes.
  func column(of offset: Int) -> Int {
    offset - lineStart(of: offset) + 1
  }

  /// Whether nothing but blanks stands before an offset in its line.
  func isFirstInLine(_ offset: Int) -> Bool {
    text[lineStart(of: offset)..<min(offset, text.endIndex)].allSatisfy(Written.isBlank)
  }

  /// Whether the text or a document of it ends at an offset.
  func isDocumentEnd(_ offset: Int) -> Bool {
    if offset >= text.endIndex { return true }
    let isMarker = Written.isMarker(text, at: offset) || Written.isMarker(text, at: offset, of: UInt8(ascii: "."))
    return isMarker && column(of: offset) == 1
  }

  /// Whether a range holds a word.
  func contains(_ word: String, in range: SourceRange) -> Bool {
    let piece = text[range.start..<range.end]
    return piece.indices.contains { piece[$0...].starts(with: word.utf8) }
  }

  /// A piece as it is named in a message.
  func name(of piece: Piece) -> String {
    if !piece.range.isEmpty { return "'\(shortened(piece.text))'" }
    return piece.range.start >= text.endIndex ? "The end" : "The end of the line"
  }

  /// A text with what is too long for a message cut off.
  func shortened(_ text: String) -> String {
    text.count > 30 ? text.prefix(29) + "…" : text
  }

  private func lineStart(of offset: Int) -> Int {
    var start = min(offset, text.endIndex)
    while start > text.startIndex, !isLineBreak(start - 1) { start -= 1 }
    return start
  }

  private func isLineBreak(_ offset: Int) -> Bool {
    text[offset] == UInt8(ascii: "\n") || text[offset] == UInt8(ascii: "\r")
  }

  private func piece(_ start: Int, _ end: Int) -> Piece {
    // What is long is not shown in full; a line may have millions of bytes.
    let shown = text[start..<end].prefix(500)
    return Piece(text: String(decoding: shown, as: UTF8.self), range: SourceRange(start, end))
  }
}
