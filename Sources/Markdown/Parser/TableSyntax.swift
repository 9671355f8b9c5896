/// The grammar of a table's rows (GFM, "Tables (extension)").
enum TableSyntax {
  /// The cells of the row at `range`, without the blanks around them. A `|` behind a backslash parts no cells.
  static func cells(_ bytes: borrowing [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    let row = trimmed(bytes, range)
    var cells: [Range<Int>] = []
    var index = row.lowerBound
    if index < row.upperBound, bytes[index] == UInt8(ascii: "|") { index += 1 }
    var start = index
    while index < row.upperBound {
      if bytes[index] == UInt8(ascii: "|") {
        cells.append(trimmed(bytes, start..<index))
        start = index + 1
      } else if bytes[index] == UInt8(ascii: "\\"), index + 1 < row.upperBound, bytes[index + 1].isPunctuation {
        index += 1
      }
      index += 1
    }
    if start < row.upperBound { cells.append(trimmed(bytes, start..<row.upperBound)) }
    return cells
  }

  /// The alignments that a delimiter row gives; nothing if it is none.
  static func alignments(_ bytes: borrowing [UInt8], _ range: Range<Int>) -> [Node.Flags]? {
    var alignments: [Node.Flags] = []
    for cell in cells(bytes, range) {
      guard let alignment = alignment(bytes, cell) else { return nil }
      alignments.append(alignment)
    }
    return alignments.isEmpty ? nil : alignments
  }

  private static func alignment(_ bytes: borrowing [UInt8], _ cell: Range<Int>) -> Node.Flags? {
    guard let first = cell.first, let last = cell.last else { return nil }
    let isLeft = bytes[first] == UInt8(ascii: ":")
    let isRight = last > first && bytes[last] == UInt8(ascii: ":")
    let dashes = first + (isLeft ? 1 : 0)..<last + (isRight ? 0 : 1)
    guard !dashes.isEmpty else { return nil }
    for index in dashes where bytes[index] != UInt8(ascii: "-") { return nil }
    return isLeft && isRight ? .center : isLeft ? .left : isRight ? .right : []
  }

  private static func trimmed(_ bytes: borrowing [UInt8], _ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, bytes[lower].isSpace { lower += 1 }
    while upper > lower, bytes[upper - 1].isSpace { upper -= 1 }
    return lower..<upper
  }
}
