import Notes
import Source

// The pages that list all topics.
extension Site {
  /// The map of a domain, or of all.
  func mapPage(_ domain: Int?) -> PageModel {
    let address = map.address(of: domain)
    let href = Href(from: address)
    let around = surroundings(of: address, in: 0, href)
    var page = frame(at: address, around, title: domain.map { map.domains[$0].name } ?? "Map")
    let shown = domain.map { [$0] } ?? map.shownDomains
    page.map = shown.map { domainModel($0, href, withTopics: domain != nil || !map.isSplit) }
    if domain != nil {
      page.breadcrumbs.append(LinkModel(title: "Map", href: href.page(TopicMap.address)).record)
    } else if !map.isSplit, shown.count > 1 {
      page.contents = page.map.map { ContentsModel(title: Self.escaped($0.title), href: "#" + $0.anchor) }
    }
    page.summary =
      "All \(map.domains.reduce(0) { $0 + $1.topics.count }) topics by domain, in the order in which to read them."
    return page
  }

  private func domainModel(_ domain: Int, _ href: Href, withTopics: Bool) -> MapModel {
    let content = map.domains[domain]
    let own = content.root.flatMap { self.href(to: $0, href) }
    return MapModel(
      title: content.name, anchor: content.anchor, href: withTopics ? own : map.href(of: domain, href),
      count: content.topics.count, topics: withTopics ? map.entries(of: domain).map { entryModel($0, href) } : [])
  }

  private func entryModel(_ entry: TopicMap.Entry, _ href: Href) -> MapEntryModel {
    MapEntryModel(
      title: knowledge.topics[entry.topic].name, href: self.href(to: entry.topic, href) ?? "",
      parts: entry.parts.map { entryModel($0, href) })
  }

  /// The address of a topic as a page writes it; none where there is nothing to lead to.
  func href(to topic: Int, _ href: Href) -> String? {
    switch knowledge.target(of: topic) {
    case .note(let note, let fragment): href.page(knowledge.index.addresses[note], fragment: fragment)
    case .stub(let topic): self.href(toStub: topic, href)
    case .section, .asset, .made, .asWritten, .missing: nil
    }
  }
}
