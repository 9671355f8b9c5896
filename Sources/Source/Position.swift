/// A place as a person reads it. Made only at the rim, when a finding is shown.
public struct Position: Hashable, Sendable {
  /// The line, counted from 1.
  public let line: Int
  /// The column, counted from 1 in UTF-8 bytes.
  public let column: Int
  /// The offset of the byte in its file.
  public let offset: Int
}

/// Finds lines and columns in a text that many places point into: one pass, then a bisection a place.
public struct LineTable: Sendable {
  private let starts: [Int]
  private let count: Int

  /// The lines of `bytes`; a line ends at a line feed.
  public init(_ bytes: [UInt8]) {
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(offset + 1)
    }
    self.starts = starts
    count = bytes.count
  }

  /// The line and column of the byte at `offset`; offsets past the end count as the end.
  public func position(_ offset: Int) -> Position {
    let offset = min(max(offset, 0), count)
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return Position(line: low + 1, column: offset - starts[low] + 1, offset: offset)
  }

  /// The bytes of a line (from 1), without its line feed.
  public func line(_ number: Int) -> SourceRange {
    let start = starts[number - 1]
    let end = number < starts.count ? starts[number] - 1 : count
    return SourceRange(start, end)
  }
}
