import Source

/// Finds the topics that front matter names as the other ends of relations: by name, by path, or by either with a section
/// behind `#`.
struct RelationFinder {
  private let index: SiteIndex
  private let topics: Topics
  private let linker: Linker

  init(_ index: SiteIndex, _ topics: Topics) {
    self.index = index
    self.topics = topics
    linker = Linker(index, topics)
  }

  /// The topic that `target` means in a note, and what is wrong with that.
  func find(_ target: String, of note: Int) -> (topic: Int?, fault: RelationFault.Reason?) {
    if let found = named(target, of: note) { return found }
    let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2, let section = section(String(parts[1]), of: String(parts[0]), from: note) {
      return section
    }
    if let page = linker.note(at: target, from: note) { return page == note ? (nil, .itself) : (own(page), nil) }
    let draft = linker.draft(target, from: note) ?? linker.draft("/" + target, from: note)
    if let draft = draft ?? index.draftsByName[NameIndex.fold(target)] { return (nil, .draft(draft)) }
    return (nil, .unknown)
  }

  /// A topic by its name. What a note calls by its own name is another thing of that name.
  private func named(_ name: String, of note: Int) -> (topic: Int?, fault: RelationFault.Reason?)? {
    var found = topics.named(name, in: index.notes[note].domain)
    if found.contains(own(note)) {
      found = topics.all(named: name).filter { $0 != own(note) }
      if found.isEmpty { return (nil, .itself) }
    }
    guard let first = found.first else { return nil }
    return (first, found.count == 1 ? nil : .ambiguous(found))
  }

  /// The topic of a section; a section that is no topic of its own stands for its page.
  private func section(
    _ section: String, of page: String, from note: Int
  ) -> (topic: Int?, fault: RelationFault.Reason?)? {
    var fault: RelationFault.Reason?
    var target: Int? = note
    if !page.isEmpty {
      let found = topics.named(page, in: index.notes[note].domain)
      target = found.first.map { topics[$0].note } ?? linker.note(at: page, from: note)
      if found.count > 1 { fault = .ambiguous(found) }
    }
    guard let target else { return nil }
    let name = NameIndex.fold(section)
    for topic in topics.topics(ofNote: target).dropFirst() {
      if topics[topic].anchor == section || NameIndex.fold(topics[topic].name) == name { return (topic, fault) }
    }
    let hasHeading = index.notes[target].headings.contains { $0.id == section || NameIndex.fold($0.text) == name }
    guard hasHeading else { return nil }
    return target == note ? (nil, .itself) : (own(target), fault)
  }

  private func own(_ note: Int) -> Int { topics.topic(ofNote: note) }
}
