internal import Source

/// A text that libcmark parses as one document: a note, or parts lifted out of it; with its lines and its tree.
///
/// A note's bytes stand where they stand in the file; of lifted parts it is known where each piece came from. A byte that
/// libcmark would lengthen (a zero byte becomes U+FFFD) is kept from it.
struct Passage {
  let bytes: [UInt8]
  let root: CMarkNode?
  /// Where each line starts and, last, where the text ends.
  private let starts: [UInt32]
  /// What was lifted out of the note, in order; empty for the note itself.
  private let pieces: [Piece]
  /// Whether a carriage return is among its bytes.
  let hasReturns: Bool
  /// What stands for the zero bytes of the note, if it has any: a byte that is not in it otherwise.
  let zero: UInt8?

  /// A stretch of the passage and where it begins in the note.
  struct Piece {
    let start: UInt32
    let count: UInt32
    let origin: UInt32

    /// An offset in the note; what is not in the piece is at its nearer end.
    func inNote(_ offset: Int) -> Int {
      Int(origin) + max(0, min(offset - Int(start), Int(count)))
    }
  }

  /// The whole note.
  init(_ bytes: [UInt8]) {
    guard bytes.position(of: 0, from: 0) < bytes.count else {
      self.init(bytes: bytes, pieces: [], zero: nil)
      return
    }
    // Control characters mean nothing in Markdown.
    let unused = (UInt8(0x0E)...0x1F).first { bytes.position(of: $0, from: 0) == bytes.count } ?? 0x1F
    self.init(bytes: bytes.map { $0 == 0 ? unused : $0 }, pieces: [], zero: unused)
  }

  /// Parts of a note, or the note with other bytes in their place.
  init(bytes: [UInt8], pieces: [Piece], zero: UInt8?) {
    self.bytes = bytes
    self.pieces = pieces
    self.zero = zero
    hasReturns = bytes.position(of: UInt8(ascii: "\r"), from: 0) < bytes.count
    starts = Self.lineStarts(bytes, hasReturns: hasReturns)
    root = CMarkNode(parsing: bytes)
  }

  /// How many lines there are.
  var lineCount: Int { starts.count - 1 }

  /// Where a line starts (from 0; a line beyond the end starts at the end).
  func start(of line: Int) -> Int {
    Int(starts[min(line, starts.count - 1)])
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

  /// An offset in the note.
  func inNote(_ offset: Int) -> Int {
    pieces.isEmpty ? offset : piece(at: offset).inNote(offset)
  }

  /// A stretch as a place in the note.
  @inline(__always)
  func place(_ start: Int, _ end: Int) -> SourceRange {
    isLifted ? liftedPlace(start, end) : SourceRange(start, end)
  }

  private func liftedPlace(_ start: Int, _ end: Int) -> SourceRange {
    SourceRange(inNote(start), piece(at: end > start ? end - 1 : start).inNote(end))
  }

  /// Whether this is not the whole note.
  @inline(__always)
  var isLifted: Bool { !pieces.isEmpty }

  private func piece(at offset: Int) -> Piece {
    var low = 0
    var high = pieces.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(pieces[middle].start) <= offset { low = middle } else { high = middle }
    }
    return pieces[low]
  }

  /// A line ends at a line feed, a carriage return or both. A byte order mark is not part of the first.
  private static func lineStarts(_ bytes: [UInt8], hasReturns: Bool) -> [UInt32] {
    var starts: [UInt32] = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
    starts.reserveCapacity(bytes.count / 32 + 2)
    var end = hasReturns ? lineEnd(bytes, 0) : bytes.position(of: UInt8(ascii: "\n"), from: 0)
    while end < bytes.count {
      starts.append(UInt32(end + 1))
      end = hasReturns ? lineEnd(bytes, end + 1) : bytes.position(of: UInt8(ascii: "\n"), from: end + 1)
    }
    if Int(starts.last ?? 0) < bytes.count { starts.append(UInt32(bytes.count)) }
    return starts
  }

  /// The last byte of the line end that comes first.
  private static func lineEnd(_ bytes: [UInt8], _ start: Int) -> Int {
    var index = start
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\n") { return index }
      let isReturn = bytes[index] == UInt8(ascii: "\r")
      if isReturn, index + 1 >= bytes.count || bytes[index + 1] != UInt8(ascii: "\n") { return index }
      index += 1
    }
    return index
  }
}

/// A passage in the making: lines put together from pieces of another one.
struct PassageDraft {
  private(set) var bytes: [UInt8] = []
  private var pieces: [Passage.Piece] = []
  /// How many lines were ended.
  private(set) var lineCount = 0

  var isEmpty: Bool { bytes.isEmpty }

  /// Appends a stretch of a passage. The line end behind it counts as part of it, if there is one.
  mutating func append(_ passage: borrowing Passage, _ range: Range<Int>) {
    let origin = passage.inNote(range.lowerBound)
    let end = range.upperBound
    let hasLineEnd = end < passage.bytes.count && passage.inNote(end + 1) > passage.inNote(end)
    let count = range.count + (hasLineEnd ? 1 : 0)
    pieces.append(Passage.Piece(start: UInt32(bytes.count), count: UInt32(count), origin: UInt32(origin)))
    bytes.append(contentsOf: passage.bytes[range])
  }

  /// Appends what is not in the note.
  mutating func append(_ mark: StaticString) {
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: mark.utf8Start, count: mark.utf8CodeUnitCount))
  }

  /// Appends spaces.
  mutating func indent(by columns: Int) {
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: columns))
  }

  mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    lineCount += 1
  }

  /// Parses the draft, with reference definitions at its end.
  func parsed(references: [UInt8], zero: UInt8?) -> Passage {
    Passage(bytes: bytes + [UInt8(ascii: "\n")] + references, pieces: pieces, zero: zero)
  }
}
