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

    func shifted(by distance: UInt32) -> Line {
      Line(start: start + distance, end: end + distance, fileStart: fileStart, fileEnd: fileEnd)
    }
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
    return SourceText(path: path, bytes: Array(bytes[start..<end]), lines: stretches(start, end))
  }

  /// A text of several stretches of this one, put together: what is left of a Dockerfile without its comments and line
  /// continuations, for one. The stretches stand in order.
  public func fragment(joining ranges: [SourceRange]) -> SourceText {
    var joined: [UInt8] = []
    joined.reserveCapacity(bytes.count)
    var lines: [Line] = []
    lines.reserveCapacity(ranges.count)
    for range in ranges where !range.isEmpty {
      let start = joined.count
      joined += bytes(range)
      if self.lines.isEmpty {
        lines.append(
          Line(
            start: UInt32(start), end: UInt32(joined.count), fileStart: UInt32(range.start), fileEnd: UInt32(range.end))
        )
      } else {
        lines += stretches(range.start, range.end).map { $0.shifted(by: UInt32(start)) }
      }
    }
    return SourceText(path: path, bytes: joined, lines: lines)
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

  /// The same text with another byte in the place of each byte of some ranges.
  public func overwriting(_ ranges: [SourceRange], with byte: UInt8) -> SourceText {
    guard !ranges.isEmpty else { return self }
    var changed = bytes
    for range in ranges {
      for index in range.start..<min(range.end, changed.count) { changed[index] = byte }
    }
    return SourceText(path: path, bytes: changed, lines: lines)
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

  /// The parts of a fragment's lines that lie between two of its offsets, as lines of a fragment that starts there.
  private func stretches(_ start: Int, _ end: Int) -> [Line] {
    var index = lastLine(startingBefore: start)
    var stretches: [Line] = []
    while index < lines.count, index == 0 || lines[index].start < end {
      let line = lines[index]
      let lower = max(Int(line.start), start)
      let upper = max(lower, min(Int(line.end), end))
      stretches.append(
        Line(
          start: UInt32(lower - start), end: UInt32(upper - start), fileStart: UInt32(offsetInFile(lower)),
          fileEnd: UInt32(max(0, Int(line.fileEnd) - (Int(line.end) - upper)))))
      index += 1
    }
    return stretches
  }
}
