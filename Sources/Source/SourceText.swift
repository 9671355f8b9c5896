/// A text and where it was written: a file, or a *fragment* lifted out of one.
///
/// A fragment knows where each of its lines stands in the file, however deep it was nested. The parser of a fragment
/// never learns that it is not a file: it reports offsets into `bytes`, and ``place(_:)`` turns them into offsets
/// of the file.
public struct SourceText: Sendable {
  /// The file, as it is shown to people.
  public let path: String
  /// The text, in UTF-8.
  public let bytes: [UInt8]
  /// Where the fragment's lines were written; empty for a file.
  private let lines: [Line]

  /// A line of a fragment, and the line of the file that it is a part of.
  private struct Line: Sendable {
    let start: UInt32
    let end: UInt32
    let fileStart: UInt32
    let fileEnd: UInt32
  }

  /// The whole text of a file.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    lines = []
  }

  private init(path: String, bytes: [UInt8], lines: [Line]) {
    self.path = path
    self.bytes = bytes
    self.lines = lines
  }

  /// The text of one contiguous stretch of this one.
  public func fragment(_ range: SourceRange) -> SourceText {
    let start = min(range.start, bytes.count)
    let end = min(range.end, bytes.count)
    let file = rangeInFile(SourceRange(start, end))
    guard !lines.isEmpty, start < end else {
      let line = Line(start: 0, end: UInt32(end - start), fileStart: UInt32(file.start), fileEnd: UInt32(file.end))
      return SourceText(path: path, bytes: Array(bytes[start..<end]), lines: [line])
    }
    return fragment(Array(bytes[start..<end]), writtenAt: lineRanges(start, end))
  }

  /// A text of several lines that stand in this one among other things, as the content of a fenced block in a list does.
  ///
  /// - Parameters:
  ///   - text: The lines, each ended by a line feed; the last may lack it.
  ///   - written: For each of those lines, the line of this text that it came from, without its line feed. Markdown
  ///     containers only take bytes from the front of a line, so the two are aligned at their ends.
  public func fragment(_ text: [UInt8], writtenAt written: [SourceRange]) -> SourceText {
    var lines: [Line] = []
    lines.reserveCapacity(written.count)
    var start = 0
    for range in written {
      let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
      let file = rangeInFile(range)
      lines.append(
        Line(
          start: UInt32(start), end: UInt32(end), fileStart: UInt32(file.start), fileEnd: UInt32(file.end)))
      start = min(end + 1, text.count)
    }
    return SourceText(path: path, bytes: text, lines: lines)
  }

  /// Where a range of this text stands in its file.
  public func place(_ range: SourceRange) -> Place {
    Place(path: path, range: rangeInFile(range))
  }

  /// The same range as offsets into the file.
  public func rangeInFile(_ range: SourceRange) -> SourceRange {
    guard !lines.isEmpty else { return range }
    let start = offsetInFile(range.start)
    return SourceRange(start, range.isEmpty ? start : max(start, offsetInFile(range.end - 1) + 1))
  }

  private func offsetInFile(_ offset: Int) -> Int {
    let line = lines[lastLine(startingBefore: offset)]
    let fromEnd = Int(line.end) - offset
    return max(Int(line.fileStart), Int(line.fileEnd) - fromEnd)
  }

  /// The last line that starts at or before `offset`, by bisection.
  private func lastLine(startingBefore offset: Int) -> Int {
    var low = 0
    var high = lines.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(lines[middle].start) <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The lines between two offsets, without their line feeds.
  private func lineRanges(_ start: Int, _ end: Int) -> [SourceRange] {
    var ranges: [SourceRange] = []
    var from = start
    while from < end {
      let to = bytes[from..<end].firstIndex(of: UInt8(ascii: "\n")) ?? end
      ranges.append(SourceRange(from, to))
      from = to + 1
    }
    return ranges
  }
}
