import Markdown

/// Which notes link to which: each pair once, whatever the number of links.
struct NoteLinks: Sendable {
  private let outs: Lists
  private let ins: Lists

  /// Lists of notes, one behind the other.
  private struct Lists: Sendable {
    var starts: [Int32] = [0]
    var notes: [Int32] = []

    subscript(_ note: Int) -> ArraySlice<Int32> { notes[Int(starts[note])..<Int(starts[note + 1])] }
  }

  /// The links of notes whose links lead to `targets`.
  init(_ index: SiteIndex, targets: [[LinkTarget]]) {
    var outs = Lists()
    var counts = [Int32](repeating: 0, count: index.notes.count)
    for (note, targets) in targets.enumerated() {
      // What the overview of an outline lists is no choice of anybody's.
      let isOverview = index.notes[note].isOverview
      var linked = targets.compactMap { index.note(of: $0) }.filter { other in
        other != note && !(isOverview && index.notes[other].part?.source == index.notes[note].path)
      }.map(Int32.init(truncatingIfNeeded:))
      linked.sort()
      for (place, other) in linked.enumerated() where place == 0 || linked[place - 1] != other {
        outs.notes.append(other)
        counts[Int(other)] += 1
      }
      outs.starts.append(Int32(truncatingIfNeeded: outs.notes.count))
    }
    var ins = Lists()
    for count in counts { ins.starts.append((ins.starts.last ?? 0) + count) }
    ins.notes = [Int32](repeating: 0, count: outs.notes.count)
    var next = ins.starts
    for note in targets.indices {
      for other in outs[note] {
        ins.notes[Int(next[Int(other)])] = Int32(truncatingIfNeeded: note)
        next[Int(other)] += 1
      }
    }
    self.outs = outs
    self.ins = ins
  }

  /// The notes that a note links to, in order.
  func linked(from note: Int) -> ArraySlice<Int32> { outs[note] }

  /// The notes that link to a note, in order.
  func linking(to note: Int) -> ArraySlice<Int32> { ins[note] }

  /// Whether a note links to another.
  func isLink(from note: Int, to other: Int) -> Bool {
    let linked = outs[note]
    var (low, high) = (linked.startIndex, linked.endIndex)
    while low < high {
      let middle = (low + high) / 2
      if Int(linked[middle]) == other { return true }
      if Int(linked[middle]) < other { low = middle + 1 } else { high = middle }
    }
    return false
  }
}

extension SiteIndex {
  /// The note that a link leads to, or to whose section.
  func note(of target: LinkTarget) -> Int? {
    switch target {
    case .note(let note, _): note
    case .section(let section): sections[section].note
    default: nil
    }
  }
}
