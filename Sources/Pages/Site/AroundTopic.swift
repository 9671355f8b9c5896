import Notes
import Source

// What a page shows around its topic.
extension Site {
  /// The neighbours of a topic, as a page shows them; nothing where that would say little.
  func neighbourhood(of topic: Int, _ href: Href) -> NeighbourhoodModel? {
    guard let neighbourhood = Neighbourhood(of: topic, in: knowledge, read: order) else { return nil }
    let groups = neighbourhood.groups.compactMap { group in
      let links = group.topics.compactMap { neighbour($0, href) }
      return links.isEmpty ? nil : (lane: group.lane, label: group.words, links: links)
    }
    guard !groups.isEmpty else { return nil }
    return NeighbourhoodModel(
      drawing: NeighbourhoodDrawing(knowledge.topics[topic].name, groups).html,
      groups: groups.map { NeighbourhoodModel.Group(label: $0.label, links: $0.links) })
  }

  private func neighbour(_ topic: Int, _ href: Href) -> LinkModel? {
    guard let address = self.href(to: topic, href) else { return nil }
    return LinkModel(title: knowledge.topics[topic].name, href: address, isStub: knowledge.topics[topic].isStub)
  }

  /// The notes that name a topic of a note, those of its own domain first.
  func citing(_ note: Int, _ citations: Citations, _ href: Href) -> CitationsModel? {
    let shown = citations.citing(note)
    guard !shown.isEmpty else { return nil }
    var groups: [(domain: Int?, group: CitationsModel.Group)] = []
    for citation in shown {
      let domain = map.domain(of: knowledge.topics.topic(ofNote: citation.note)).flatMap { place in
        map.domains[place].isNamed ? place : nil
      }
      let entry = CitationsModel.Entry(link: link(citation.note, href), sentence: citation.sentence)
      if let place = groups.firstIndex(where: { $0.domain == domain }) {
        groups[place].group.entries.append(entry)
      } else {
        let title = domain.map { map.domains[$0].name } ?? "Elsewhere"
        groups.append((domain, CitationsModel.Group(title: title, entries: [entry])))
      }
    }
    let count = citations.count(citing: note)
    if groups.count == 1 { groups[0].group.title = nil }
    return CitationsModel(groups: groups.map(\.group), count: count, more: count - shown.count)
  }

  /// How many places with snippets are shown at once, and how many on demand.
  private static let firstUses = 5
  private static let mostUses = 60

  /// The snippets on other pages that use a topic of a note.
  func uses(of note: Int, _ href: Href) -> UsesModel? {
    let uses = knowledge.topics.topics(ofNote: note).flatMap { knowledge.glossary.uses(ofTopic: $0) }
      .filter { $0.note != note }
    guard !uses.isEmpty else { return nil }
    let snippets = Set(uses)
    var places: [UsePlace] = []
    for use in snippets.sorted(by: { ($0.note, $0.block) < ($1.note, $1.block) }) {
      let place = UsePlace(note: use.note, heading: knowledge.notes[use.note].codeBlocks[use.block].heading)
      if places.last != place { places.append(place) }
    }
    let own = map.domain(of: knowledge.topics.topic(ofNote: note))
    let isOwn = { (place: UsePlace) in map.domain(of: knowledge.topics.topic(ofNote: place.note)) == own }
    let shown = places.filter(isOwn) + places.filter { !isOwn($0) }
    let links = shown.prefix(Self.mostUses).map { link($0, href) }
    return UsesModel(
      count: snippets.count, places: Array(links.prefix(Self.firstUses)), rest: Array(links.dropFirst(Self.firstUses)),
      more: shown.count - links.count)
  }

  private struct UsePlace: Equatable {
    let note: Int
    let heading: Int?
  }

  private func link(_ place: UsePlace, _ href: Href) -> LinkModel {
    let note = knowledge.notes[place.note]
    let heading = place.heading.map { note.headings[$0] }
    var link = link(place.note, href)
    link.href = href.page(knowledge.index.addresses[place.note], fragment: heading?.id)
    link.summary = heading?.text ?? ""
    return link
  }
}
