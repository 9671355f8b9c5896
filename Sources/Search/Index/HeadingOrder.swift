/// Which headings stand on several pages, those that stand on most first: an outline names these by number.
struct HeadingOrder {
  /// The headings that several sections have.
  let repeated: [Int]
  /// By heading: its place in `repeated`.
  private var ranks: [Int?]

  /// Counts the headings of all pages.
  init(_ outline: Groups, headings: Int) {
    var counts = [Int](repeating: 0, count: headings)
    for heading in outline.values { counts[Int(heading)] += 1 }
    let several = (0..<headings).filter { counts[$0] > 1 }
    repeated = Array(
      several.sorted { counts[$0] == counts[$1] ? $0 < $1 : counts[$0] > counts[$1] }.prefix(OutlineCode.most))
    ranks = [Int?](repeating: nil, count: headings)
    for (rank, heading) in repeated.enumerated() { ranks[heading] = rank }
  }

  /// Whether a heading is written where it stands, and not in front.
  func isSingle(_ heading: UInt32) -> Bool { ranks[Int(heading)] == nil }

  /// Writes which headings each page has.
  func write(_ outline: Groups, to output: inout IndexBytes) {
    for page in 0..<outline.count {
      for heading in outline.values[outline[page]] {
        guard let rank = ranks[Int(heading)] else {
          output.append(1)
          continue
        }
        let long = rank - OutlineCode.short
        if long < 0 {
          output.append(UInt8(truncatingIfNeeded: rank + 2))
        } else {
          output.append(UInt8(truncatingIfNeeded: OutlineCode.firstLong + long >> 8))
          output.append(UInt8(truncatingIfNeeded: long))
        }
      }
      output.append(0)
    }
  }
}
