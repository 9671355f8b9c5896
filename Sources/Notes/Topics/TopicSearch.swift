import Source

extension KnowledgeBase {
  /// The topics that somebody may mean who types `name`: by name, by alias, by what `rutter graph` calls them, or in the
  /// plural. Stubs come last, and are left out where something is written under that name.
  public func topics(called name: String) -> [Int] {
    if let topic = TopicIDs(topics, index).topic(name) { return [topic] }
    var found = topics.all(named: name)
    if found.isEmpty { found = topics.all(named: EnglishPlural.singular(name)) }
    let written = found.filter { !topics[$0].isStub }
    return written.isEmpty ? found : written
  }

  /// The name or alias nearest to one that no topic has, if there is one near.
  public func nearestName(to name: String) -> String? {
    NameIndex.vocabulary(topics).nearest(to: name)
  }
}
