internal import Source

/// The text of one paragraph, heading or table cell as libcmark's inline parser saw it: without the marks of quotes and
/// lists, its lines joined by line feeds; and where each of its bytes was written.
///
/// One content serves a whole note, emptied and filled again block by block. Behind its end stand zeros, so that looking
/// a few bytes ahead needs no care.
struct Content {
  private(set) var bytes: [UInt8] = []
  /// The bytes that count; what stands behind them in `bytes` is padding.
  private(set) var count = 0
  /// Places where something other than plain text may begin, in order.
  private(set) var triggers: [Int32] = []
  private var pieces: [Piece] = []
  private var lastPiece = 0

  /// A stretch of the content that was written in one go.
  private struct Piece {
    let start: Int
    let origin: Int
  }

  /// How many zeros stand behind the end.
  private static let padding = 16

  /// What an escaped character or a resolved entity becomes when its meaning must not be seen any more. No text holds
  /// it: libcmark drops nothing, but control characters have no meaning in Markdown.
  static let opaque: UInt8 = 1

  subscript(index: Int) -> UInt8 { bytes[index] }

  /// Empties it for the next block.
  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    pieces.removeAll(keepingCapacity: true)
    triggers.removeAll(keepingCapacity: true)
    count = 0
    lastPiece = 0
  }

  /// Appends a stretch of the text at `range`.
  mutating func append(_ passage: borrowing Passage, _ range: Range<Int>) {
    pieces.append(Piece(start: bytes.count, origin: range.lowerBound))
    bytes.append(contentsOf: passage.bytes[range])
  }

  /// Appends a line feed.
  mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Ends the filling.
  mutating func finish() {
    while let last = bytes.last, last.isSpace { bytes.removeLast() }
    count = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: Self.padding))
    findTriggers()
  }

  /// Takes the meaning from a byte.
  mutating func hide(_ index: Int) {
    bytes[index] = Self.opaque
  }

  /// Where the byte at `offset` was written. Asked in order, it takes no search.
  mutating func origin(_ offset: Int) -> Int {
    guard !pieces.isEmpty else { return 0 }
    while lastPiece > 0, pieces[lastPiece].start > offset { lastPiece -= 1 }
    while lastPiece + 1 < pieces.count, pieces[lastPiece + 1].start <= offset { lastPiece += 1 }
    return pieces[lastPiece].origin + (offset - pieces[lastPiece].start)
  }

  /// The place of a stretch.
  mutating func origin(_ start: Int, _ end: Int) -> SourceRange {
    let first = origin(start)
    return SourceRange(first, end > start ? origin(end - 1) + 1 : first)
  }

  /// Looks at sixteen bytes and their right neighbours at a time.
  private mutating func findTriggers() {
    let count = count
    unsafe bytes.withUnsafeBytes { buffer in
      var index = 0
      while index < count {
        let here = unsafe buffer.loadUnaligned(fromByteOffset: index, as: SIMD8<UInt8>.self)
        let next = unsafe buffer.loadUnaligned(fromByteOffset: index + 1, as: SIMD8<UInt8>.self)
        var found = Self.triggers(here, next)
        while found != 0 {
          let place = index + found.trailingZeroBitCount >> 3
          if place < count { triggers.append(Int32(truncatingIfNeeded: place)) }
          found &= found &- 1
        }
        index += 8
      }
    }
  }

  /// One bit for each byte that may begin an escape, entity, wikilink, footnote, strikethrough, mark or bare address.
  @inline(__always)
  private static func triggers(_ here: SIMD8<UInt8>, _ next: SIMD8<UInt8>) -> UInt64 {
    let single =
      (here .== all("\\")) .| (here .== all("&")) .| (here .== all("~")) .| (here .== all("@"))
    let brackets = (here .== all("[")) .& ((next .== all("[")) .| (next .== all("^")))
    let pairs =
      ((here .== all("]")) .& (next .== all("]"))) .| ((here .== all("=")) .& (next .== all("=")))
      .| ((here .== all(":")) .& (next .== all("/")))
      .| ((here .== all("w")) .& (next .== all("w")))
    let bits = SIMD8<UInt8>(repeating: 0).replacing(with: 1, where: single .| brackets .| pairs)
    return unsafe withUnsafeBytes(of: bits) { unsafe $0.load(as: UInt64.self) }
  }

  @inline(__always)
  private static func all(_ byte: Unicode.Scalar) -> SIMD8<UInt8> {
    SIMD8(repeating: UInt8(ascii: byte))
  }
}
