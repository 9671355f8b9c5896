import Notes
import Source

// The page that lists what is still to be written.
extension Site {
  /// How many of the notes that name a stub are shown with it.
  private static let mostNaming = 5

  /// The list of all stubs.
  func stubsPage() -> PageModel {
    let href = Href(from: Stubs.address)
    let around = surroundings(of: Stubs.address, in: 0, href)
    var page = frame(at: Stubs.address, around, title: "Still to be written")
    page.stubs = stubs.groups.map { group in
      let note = knowledge.notes[group.note]
      return StubsModel.Group(
        note: link(group.note, href), domain: note.domain, entries: group.topics.map { stub($0, of: note, href) })
    }
    let count = stubs.groups.reduce(0) { $0 + $1.topics.count }
    page.summary = "\(count) \(count == 1 ? "topic is" : "topics are") named but not explained yet."
    page.robots = "noindex"
    return page
  }

  private func stub(_ topic: Int, of note: Note, _ href: Href) -> StubsModel.Entry {
    var counts: [Int: Int] = [:]
    for edge in knowledge.graph.edges(to: topic) where edge.origin != .nesting {
      counts[knowledge.topics[edge.from].note, default: 0] += edge.count
    }
    let naming = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.mostNaming).map(\.key)
    return StubsModel.Entry(
      title: knowledge.topics[topic].name, anchor: stubs.anchor(of: topic) ?? "",
      place: note.source.path + (stubs.line(of: topic).map { ":\($0)" } ?? ""),
      edit: settings.editURL.map { Self.editURL($0, note.source) }, count: counts.values.reduce(0, +),
      pages: naming.map { link($0, href) })
  }

  /// The address of a stub's entry as a page writes it; none where stubs are not listed.
  func href(toStub topic: Int, _ href: Href) -> String? {
    guard stubs.isPublished, let anchor = stubs.anchor(of: topic) else { return nil }
    return href.page(Stubs.address, fragment: anchor)
  }
}
