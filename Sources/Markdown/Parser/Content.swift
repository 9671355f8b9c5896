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
  private var pieceCount = 0
  private var lastPiece = 0

  /// A stretch of the content that was written in one go.
  private struct Piece {
    let start: Int
    let origin: Int
  }

  /// What stands behind the end.
  private static let padding = [UInt8](repeating: 0, count: 32)

  /// What an escaped character or a resolved entity becomes when its meaning must not be seen any more. No text holds
  /// it: libcmark drops nothing, but control characters have no meaning in Markdown.
  static let opaque: UInt8 = 1

  subscript(index: Int) -> UInt8 { bytes[index] }

  /// Empties it for the next block.
  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    if !triggers.isEmpty { triggers.removeAll(keepingCapacity: true) }
    pieceCount = 0
    count = 0
    lastPiece = 0
  }

  /// Appends a stretch of the text at `range`.
  mutating func append(_ passage: borrowing Passage, _ range: Range<Int>) {
    let piece = Piece(start: bytes.count, origin: range.lowerBound)
    if pieceCount < pieces.count { pieces[pieceCount] = piece } else { pieces.append(piece) }
    pieceCount += 1
    bytes.append(contentsOf: passage.bytes[range])
  }

  /// Whether a literal stands at `offset` as it is.
  func holds(_ literal: CMarkText, at offset: Int) -> Bool {
    bytes.holds(literal, at: offset)
  }

  /// Appends spaces that were not written. No node may begin or end at one of them.
  mutating func indent(by columns: Int) {
    for _ in 0..<columns { bytes.append(UInt8(ascii: " ")) }
  }

  /// Appends a line feed.
  mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Ends the filling.
  mutating func finish() {
    while let last = bytes.last, last.isSpace { bytes.removeLast() }
    count = bytes.count
    bytes.append(contentsOf: Self.padding)
    findTriggers()
  }

  /// Takes the meaning from a byte.
  mutating func hide(_ index: Int) {
    bytes[index] = Self.opaque
  }

  /// Where the text begins, if it was written in one piece; else -1.
  var directOrigin: Int { pieceCount == 1 ? pieces[0].origin : -1 }

  /// Where the byte at `offset` was written. Asked in order, it takes no search.
  mutating func origin(_ offset: Int) -> Int {
    guard pieceCount > 1 else { return pieceCount == 0 ? 0 : pieces[0].origin + offset }
    while lastPiece > 0, pieces[lastPiece].start > offset { lastPiece -= 1 }
    while lastPiece + 1 < pieceCount, pieces[lastPiece + 1].start <= offset { lastPiece += 1 }
    return pieces[lastPiece].origin + (offset - pieces[lastPiece].start)
  }

  /// The place of a stretch.
  mutating func origin(_ start: Int, _ end: Int) -> SourceRange {
    if pieceCount == 1 { return SourceRange(pieces[0].origin + start, pieces[0].origin + end) }
    let first = origin(start)
    return SourceRange(first, end > start ? origin(end - 1) + 1 : first)
  }

  /// Looks at sixteen bytes and their right neighbours at a time.
  private mutating func findTriggers() {
    let count = count
    unsafe bytes.withUnsafeBytes { buffer in
      var index = 0
      while index < count {
        let here = unsafe buffer.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
        let next = unsafe buffer.loadUnaligned(fromByteOffset: index &+ 1, as: SIMD16<UInt8>.self)
        let found = Self.triggers(here, next)
        if found[0] | found[1] != 0 {
          addTriggers(found[0], at: index)
          addTriggers(found[1], at: index &+ 8)
        }
        index &+= 16
      }
    }
  }

  private mutating func addTriggers(_ found: UInt64, at index: Int) {
    var found = found
    while found != 0 {
      let bit = found.trailingZeroBitCount
      let place = index &+ bit >> 3
      if place < count { triggers.append(Int32(truncatingIfNeeded: place)) }
      found &= ~(0xFF << UInt64(bit & ~7))
    }
  }

  /// The bytes that may begin an escape, entity, wikilink, footnote, strikethrough, mark or bare address: not zero.
  @inline(__always)
  private static func triggers(_ here: SIMD16<UInt8>, _ next: SIMD16<UInt8>) -> SIMD2<UInt64> {
    // Whole vectors of named type on both sides: anything less is compiled to a loop over the sixteen bytes.
    let backslash = SIMD16<UInt8>(repeating: UInt8(ascii: "\\"))
    let ampersand = SIMD16<UInt8>(repeating: UInt8(ascii: "&"))
    let tilde = SIMD16<UInt8>(repeating: UInt8(ascii: "~"))
    let at = SIMD16<UInt8>(repeating: UInt8(ascii: "@"))
    let single = (here .== backslash) .| (here .== ampersand) .| (here .== tilde) .| (here .== at)
    let opener = SIMD16<UInt8>(repeating: UInt8(ascii: "["))
    let closer = SIMD16<UInt8>(repeating: UInt8(ascii: "]"))
    let equals = SIMD16<UInt8>(repeating: UInt8(ascii: "="))
    let letter = SIMD16<UInt8>(repeating: UInt8(ascii: "w"))
    let twin = (here .== opener) .| (here .== closer) .| (here .== equals) .| (here .== letter)
    let caret = SIMD16<UInt8>(repeating: UInt8(ascii: "^"))
    let colon = SIMD16<UInt8>(repeating: UInt8(ascii: ":"))
    let slash = SIMD16<UInt8>(repeating: UInt8(ascii: "/"))
    let pair =
      (twin .& (here .== next)) .| ((here .== opener) .& (next .== caret)) .| ((here .== colon) .& (next .== slash))
    return unsafe unsafeBitCast(single .| pair, to: SIMD2<UInt64>.self)
  }
}
