import Markdown

/// The order in which a site is best read, from front to back.
///
/// It goes folder by folder: a section's own page, then its pages and the sections within it, each with all that it holds.
/// A reader who turns pages stays with a subject, and the menu beside the text shows them in the order in which they come.
/// An order of all pages at once that follows nothing but evidence gets four prerequisites in a hundred more right, and
/// leaps between folders at every other page; see `prereq.jsonl` among the benchmarks.
///
/// Within a section the order is, first, what authors write (`requires`, `part-of` and `next` between two of its pages, then
/// `order`), then what the notes show: who links to whom, most of all before the work begins and in words such as "you should be
/// familiar with", summed up for sections over the pages within; what sorts of pages are read early and late; and last the
/// titles.
public struct LearningOrder: Sendable {
  /// The notes in this order.
  public let notes: [Int]
  /// For each section its children in this order.
  let children: [[Section.Child]]

  /// The order of a site's notes.
  ///
  /// - Parameter profiles: For each note what its text tells; without them every link weighs the same.
  init(_ index: SiteIndex, _ relations: Relations, targets: [[LinkTarget]], profiles: [PageProfile]) {
    let tree = SectionPlaces(index)
    var evidence = [[SiblingOrder.Evidence]](repeating: [], count: index.sections.count)
    func add(_ note: Int, builtUpon other: Int, _ weight: Double) {
      guard let meeting = tree.meeting(note, other) else { return }
      evidence[meeting.section].append(
        SiblingOrder.Evidence(later: meeting.one, earlier: meeting.other, weight: weight))
    }
    var lastLinking = [Int](repeating: -1, count: index.notes.count)
    for note in index.notes.indices {
      for (link, target) in targets[note].enumerated() {
        guard let other = index.note(of: target), other != note else { continue }
        let weight = profiles.isEmpty ? LinkWeight.plain : profiles[note].linkWeights[link]
        add(note, builtUpon: other, lastLinking[other] == note ? weight.value * Self.repeated : weight.value)
        lastLinking[other] = note
      }
      for other in relations.prerequisites(of: note) { add(note, builtUpon: other, Self.written) }
    }
    let children = index.sections.indices.map { section in
      Self.ordered(section, index, relations, tree, evidence[section])
    }
    self.children = children
    notes = index.notesInOrder(of: children)
  }

  /// What a further link to the same page weighs, beside the first.
  private static let repeated = 0.3
  /// What a word in front matter weighs, where it is about pages of two sections.
  private static let written = 8.0

  // MARK: One section

  private static func ordered(
    _ section: Int, _ index: SiteIndex, _ relations: Relations, _ tree: SectionPlaces,
    _ evidence: [SiblingOrder.Evidence]
  ) -> [Section.Child] {
    let children = index.sections[section].children
    guard children.count > 1 else { return children }
    // Where there is an order written, they already stand in it, before those without.
    let isPlaced = children.map { child in
      index.note(of: child).map { index.notes[$0].frontMatter.order != nil } ?? false
    }
    var lateness: [Double] = []
    var isLookedUp: [Bool] = []
    for child in children {
      switch child {
      case .note(let note):
        let kind = index.notes[note].frontMatter.kind
        lateness.append(Genre.lateness(title: index.notes[note].title, kind: kind))
        isLookedUp.append(kind.map(Genre.isLookedUp) ?? false)
      case .section(let inner):
        lateness.append(Genre.lateness(title: index.sections[inner].title, kind: nil))
        isLookedUp.append(false)
      }
    }
    let positions = SiblingOrder.positions(
      lateness: lateness, evidence.filter { !isLookedUp[$0.later] || !isLookedUp[$0.earlier] })
    let sorted = children.indices.sorted { one, other in
      if isPlaced[one] || isPlaced[other] { return isPlaced[one] == isPlaced[other] ? one < other : isPlaced[one] }
      return (positions[one], one) < (positions[other], other)
    }
    let written = WrittenOrder(children, of: section, index, relations, tree)
    return written.apply(to: sorted).map { children[$0] }
  }
}

extension SiteIndex {
  /// The notes from front to back: each section's own, then its children, which `children` gives by section.
  package func notesInOrder(of children: [[Section.Child]]) -> [Int] {
    var ordered: [Int] = []
    ordered.reserveCapacity(notes.count)
    var pending: [Section.Child] = [.section(0)]
    while let child = pending.popLast() {
      switch child {
      case .note(let note): ordered.append(note)
      case .section(let section):
        if let note = sections[section].note { ordered.append(note) }
        pending += children[section].reversed()
      }
    }
    return ordered
  }

  /// The note behind a section's child, if it has one.
  package func note(of child: Section.Child) -> Int? {
    switch child {
    case .note(let note): note
    case .section(let section): sections[section].note
    }
  }
}
