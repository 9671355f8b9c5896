import Markdown

/// Finds notes that embed themselves, directly or through others.
enum EmbedCircles {
  /// A fault for each embed that closes a circle, found by a depth-first walk without recursion.
  static func find(in index: SiteIndex, targets: [[LinkTarget]]) -> [LinkFault] {
    let embeds = index.notes.indices.map { embeddedNotes($0, index, targets) }
    var state = [Int](repeating: 0, count: index.notes.count)
    var faults: [LinkFault] = []
    for start in index.notes.indices where state[start] == 0 && !embeds[start].isEmpty {
      var trail = [(note: start, next: 0)]
      state[start] = 1
      while let top = trail.last {
        guard top.next < embeds[top.note].count else {
          state[top.note] = 2
          trail.removeLast()
          continue
        }
        trail[trail.count - 1].next += 1
        let embed = embeds[top.note][top.next]
        if state[embed.note] == 1 {
          let circle = trail.drop { $0.note != embed.note }.map(\.note)
          faults.append(LinkFault(note: top.note, link: embed.link, reason: .circle(notes: circle)))
        } else if state[embed.note] == 0 {
          state[embed.note] = 1
          trail.append((embed.note, 0))
        }
      }
    }
    return faults
  }

  private static func embeddedNotes(
    _ note: Int, _ index: SiteIndex, _ targets: [[LinkTarget]]
  ) -> [(link: Int, note: Int)] {
    zip(index.notes[note].links, targets[note]).enumerated().compactMap { number, pair in
      guard pair.0.kind == .embed, case .note(let embedded, _) = pair.1 else { return nil }
      return (number, embedded)
    }
  }
}
