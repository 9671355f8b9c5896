internal import Source

/// A text that libcmark parses as one document: a note, or parts lifted out of it; with its lines and its tree.
///
/// Its bytes are as many as those it stands for, line by line aligned at the end; a byte that libcmark would lengthen (a
/// zero byte becomes U+FFFD) is kept from it.
struct Passage {
  let bytes: [UInt8]
  let root: CMarkNode?
  /// Where each line starts and, last, where the text ends.
  private let starts: [UInt32]
  /// Where the end of each line stands in the note; empty for the note itself.
  private let origins: [UInt32]
  /// Whether zero bytes stand as `Passage.zero` here.
  let hasZeros: Bool

  /// What stands for a zero byte: a byte that is never part of a UTF-8 text.
  static let zero: UInt8 = 0xFF

  /// The whole note.
  init(_ bytes: [UInt8]) {
    hasZeros = bytes.contains(0)
    self.bytes = hasZeros ? bytes.map { $0 == 0 ? Self.zero : $0 } : bytes
    starts = Self.lineStarts(bytes)
    origins = []
    root = CMarkNode(parsing: self.bytes)
  }

  /// How many lines there are.
  var lineCount: Int { starts.count - 1 }

  /// Where a line starts (from 0; a line beyond the end starts at the end).
  func start(of line: Int) -> Int {
    Int(starts[max(0, min(line, starts.count - 1))])
  }

  /// Where a line ends, its line feed or carriage return not counted.
  func end(of line: Int) -> Int {
    let first = start(of: line)
    var end = start(of: line + 1)
    if end > first, bytes[end - 1] == UInt8(ascii: "\n") { end -= 1 }
    if end > first, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return end
  }

  /// Where a line ends when blanks at its end are not counted either.
  func trimmedEnd(of line: Int) -> Int {
    let first = start(of: line)
    var end = end(of: line)
    while end > first, bytes[end - 1].isBlank { end -= 1 }
    return end
  }

  /// The line that holds an offset, by bisection.
  func line(at offset: Int) -> Int {
    var low = 0
    var high = max(1, lineCount)
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// An offset in the note.
  func inNote(_ offset: Int) -> Int {
    guard !origins.isEmpty else { return offset }
    let line = line(at: offset)
    return max(0, Int(origins[line]) - (end(of: line) - offset))
  }

  /// A line ends at a line feed, a carriage return or both. A byte order mark is not part of the first.
  private static func lineStarts(_ bytes: [UInt8]) -> [UInt32] {
    var starts: [UInt32] = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
    starts.reserveCapacity(bytes.count / 32 + 2)
    let span = bytes.span
    var index = 0
    while index < span.count {
      let byte = span[index]
      index += 1
      guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else { continue }
      if byte == UInt8(ascii: "\r"), index < span.count, span[index] == UInt8(ascii: "\n") { index += 1 }
      starts.append(UInt32(index))
    }
    if Int(starts.last ?? 0) < bytes.count { starts.append(UInt32(bytes.count)) }
    return starts
  }
}
