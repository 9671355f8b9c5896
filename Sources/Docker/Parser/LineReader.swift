import Source

/// The lines of a file, one after the other.
struct LineReader {
  /// A line as the builder sees it.
  struct Line {
    /// Without the line feed and carriage returns at its end.
    let range: SourceRange
    /// Where the next line starts.
    let next: Int

    /// Its bytes that stand before the line feed, if it has one.
    var lineFeed: SourceRange { SourceRange(max(range.end, next - 1), next) }
  }

  private let bytes: [UInt8]
  private(set) var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let byteOrderMark: StaticString = "\u{FEFF}"
    if bytes[...].hasPrefix(byteOrderMark) { position = byteOrderMark.utf8CodeUnitCount }
  }

  /// The next line; nothing at the end of the file.
  mutating func next() -> Line? {
    guard position < bytes.count else { return nil }
    let start = position
    let lineFeed = bytes[start...].firstIndex(of: UInt8(ascii: "\n"))
    position = lineFeed.map { $0 + 1 } ?? bytes.count
    var end = lineFeed ?? bytes.count
    while end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return Line(range: SourceRange(start, end), next: position)
  }
}
