import Notes

/// The order in which a site is read from front to back: each section, then its pages.
struct ReadingOrder: Sendable {
  /// The pages that follow each other, sections without a note left out.
  private let notes: [Int]
  private let positions: [Int]

  init(_ index: SiteIndex) {
    let notes = index.notesInOrder(of: index.sections.map(\.children))
    var positions = [Int](repeating: 0, count: index.notes.count)
    for (position, note) in notes.enumerated() { positions[note] = position }
    self.notes = notes
    self.positions = positions
  }

  /// Where a note stands in it.
  func position(of note: Int) -> Int { positions[note] }

  /// The note before `note`.
  func previous(of note: Int) -> Int? {
    positions[note] > 0 ? notes[positions[note] - 1] : nil
  }

  /// The note after `note`.
  func next(of note: Int) -> Int? {
    positions[note] + 1 < notes.count ? notes[positions[note] + 1] : nil
  }
}
