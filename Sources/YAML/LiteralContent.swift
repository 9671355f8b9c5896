public import Source

extension YAMLNode {
  /// The text of a scalar as a text of its own whose places lead back to the file, for what another parser reads inside.
  ///
  /// There is one for a literal block (`|`), each of whose lines stands on a line of the source, and for a scalar that
  /// reads as it is written, on one line and without escapes. Lines that were joined or unescaped have no place of
  /// their own, so other scalars have none.
  public var content: SourceText? {
    if isLiteral { return source.fragment(Array(bytes), writtenAt: literalLines()) }
    return writtenRange.map { source.fragment($0) }
  }

  /// Where the lines of a literal block were written, one for each of its lines.
  private func literalLines() -> [SourceRange] {
    let text = source.bytes
    var missing = bytes.count { $0 == UInt8(ascii: "\n") } + (bytes.last == UInt8(ascii: "\n") ? 0 : 1)
    var lines: [SourceRange] = []
    // The header ends with its line; the text starts with the next.
    var offset = Self.lineEnd(text, from: writtenStart).next
    while missing > 0 {
      let line = Self.lineEnd(text, from: offset)
      lines.append(SourceRange(min(offset, text.count), line.end))
      offset = line.next
      missing -= 1
    }
    return lines
  }

  /// The end of the line that `offset` is in, without and with its line break: `\n`, `\r\n` or `\r`, and U+0085, which
  /// counts as one in YAML 1.1 (§5.4).
  private static func lineEnd(_ text: [UInt8], from offset: Int) -> (end: Int, next: Int) {
    var end = offset
    while end < text.count {
      switch text[end] {
      case UInt8(ascii: "\n"): return (end, end + 1)
      case UInt8(ascii: "\r"):
        return (end, end + 1 < text.count && text[end + 1] == UInt8(ascii: "\n") ? end + 2 : end + 1)
      case 0xC2 where end + 1 < text.count && text[end + 1] == 0x85: return (end, end + 2)
      default: end += 1
      }
    }
    return (text.count, text.count)
  }
}
