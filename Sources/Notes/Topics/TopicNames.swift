/// Finds topics by what they are called, without regard to case, blanks, hyphens and underscores.
struct TopicNames: Sendable {
  private var entries: [String: [Entry]] = [:]

  private struct Entry: Sendable {
    let topic: Int
    let isAlias: Bool
  }

  init(_ topics: [Topic]) {
    entries.reserveCapacity(topics.count * 2)
    for (number, topic) in topics.enumerated() {
      insert(topic.name, number, isAlias: false)
      for alias in topic.aliases { insert(alias, number, isAlias: true) }
    }
  }

  private mutating func insert(_ name: String, _ topic: Int, isAlias: Bool) {
    let key = NameIndex.fold(name)
    guard !key.isEmpty, entries[key]?.last?.topic != topic else { return }
    entries[key, default: []].append(Entry(topic: topic, isAlias: isAlias))
  }

  /// All topics that have a name, as title or alias.
  func all(named name: some StringProtocol) -> [Int] {
    entries[NameIndex.fold(name)].map { $0.map(\.topic) } ?? []
  }

  /// The topics that a name fits best; see ``Topics/named(_:in:)``.
  func topics(named name: some StringProtocol, in domain: String?, _ topics: [Topic]) -> [Int] {
    guard let found = entries[NameIndex.fold(name)] else { return [] }
    let ranked = found.map { entry in (entry.topic, rank(entry, domain, topics[entry.topic])) }
    let best = ranked.map(\.1).min() ?? 0
    return ranked.filter { $0.1 == best }.map(\.0)
  }

  /// The smaller, the better it fits.
  private func rank(_ entry: Entry, _ domain: String?, _ topic: Topic) -> Int {
    let isForeign = domain != nil && topic.domain != domain
    return (isForeign ? 8 : 0) + (topic.isStub ? 4 : 0) + (topic.kind == nil ? 2 : 0) + (entry.isAlias ? 1 : 0)
  }
}
