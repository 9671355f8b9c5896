/// Which headings several sections have, those first that most have: an outline names these by number.
struct HeadingOrder {
  /// The headings that several sections have.
  let repeated: [Int]
  /// By heading: its place in `repeated`.
  private var ranks: [Int?]

  /// Counts the headings of all pages.
  init(_ outline: Groups, headings: Int) {
    var counts = [Int](repeating: 0, count: headings)
    for heading in outline.values { counts[Int(heading)] += 1 }
    repeated = (0..<headings).filter { counts[$0] > 1 }
      .sorted { counts[$0] == counts[$1] ? $0 < $1 : counts[$0] > counts[$1] }
    ranks = [Int?](repeating: nil, count: headings)
    for (rank, heading) in repeated.enumerated() { ranks[heading] = rank }
  }

  /// All headings in their order: the repeated ones, then the others as they come.
  func all(_ outline: Groups) -> [Int] {
    repeated + outline.values.map { Int($0) }.filter { ranks[$0] == nil }
  }

  /// Says how many headings several sections have, and then which headings each page has.
  func section(_ outline: Groups) -> [UInt8] {
    var section = IndexBytes()
    section.append(number: repeated.count)
    for page in 0..<outline.count {
      for heading in outline.values[outline[page]] {
        section.append(number: ranks[Int(heading)].map { $0 + 2 } ?? 1)
      }
      section.append(0)
    }
    return section.bytes
  }
}
