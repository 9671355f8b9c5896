/// Where each note and section stands in the tree of sections.
struct SectionPlaces: Sendable {
  /// Two siblings of a section, by their places in its list, that hold two notes.
  struct Meeting {
    let section: Int
    let one: Int
    let other: Int
  }

  /// A child of a section, by its place in the list.
  private struct Place: Equatable {
    var section: Int
    var position: Int
  }

  private let index: SiteIndex
  private let depths: [Int]
  private var notes: [Place?]
  private var sections: [Place?]

  init(_ index: SiteIndex) {
    self.index = index
    notes = [Place?](repeating: nil, count: index.notes.count)
    sections = [Place?](repeating: nil, count: index.sections.count)
    var depths = [Int](repeating: 0, count: index.sections.count)
    for (number, section) in index.sections.enumerated() {
      if let parent = section.parent { depths[number] = depths[parent] + 1 }
      for (position, child) in section.children.enumerated() {
        switch child {
        case .note(let note): notes[note] = Place(section: number, position: position)
        case .section(let inner): sections[inner] = Place(section: number, position: position)
        }
      }
    }
    for (number, section) in index.sections.enumerated() {
      if let note = section.note { notes[note] = sections[number] }
    }
    self.depths = depths
  }

  /// The place of a note in the list of `section`, if it is listed there: as a page, or as a section's own note.
  func position(of note: Int, in section: Int) -> Int? {
    notes[note].flatMap { $0.section == section ? $0.position : nil }
  }

  /// Where the ways to two notes part; nowhere if the one is the page of a section that holds the other.
  func meeting(_ one: Int, _ other: Int) -> Meeting? {
    guard var left = notes[one], var right = notes[other] else { return nil }
    while left.section != right.section {
      if depths[left.section] >= depths[right.section] {
        guard let up = sections[left.section] else { return nil }
        left = up
      } else {
        guard let up = sections[right.section] else { return nil }
        right = up
      }
    }
    return left == right ? nil : Meeting(section: left.section, one: left.position, other: right.position)
  }
}
