import Source

/// A name that several topics have which are each explained somewhere.
struct Namesakes {
  /// A topic with the name.
  struct Bearer {
    let topic: Int
    /// Whether the name is its title.
    let isTitle: Bool
    /// Where it is given the name.
    let place: Place
  }

  /// The name as the first of them has it.
  let name: String
  /// The topics, in order.
  let bearers: [Bearer]

  /// All such names of a site.
  static func all(in knowledge: KnowledgeBase) -> [Namesakes] {
    var places: [String: Int] = [:]
    var found: [(name: String, topics: [Int])] = []
    for (number, topic) in knowledge.topics.enumerated() where !topic.isStub && topic.linking != .never {
      // A switch means what its command makes of it, and `-p` is not `-P`.
      guard !topic.name.hasPrefix("-") else { continue }
      for name in [topic.name] + topic.aliases {
        let key = NameIndex.fold(name)
        guard !key.isEmpty else { continue }
        if let place = places[key] {
          if found[place].topics.last != number { found[place].topics.append(number) }
        } else {
          places[key] = found.count
          found.append((name, [number]))
        }
      }
    }
    return found.compactMap { name, topics in
      guard topics.count > 1 else { return nil }
      let bearers = topics.filter { knowledge.topics[$0].isExplained }.map { knowledge.bearer($0, of: name) }
      return bearers.count > 1 ? Namesakes(name: name, bearers: bearers) : nil
    }
  }

  /// Those of one domain, for each domain with several. In one file, which is an outline, the names above tell apart what
  /// has the same name.
  func withinDomains(_ topics: Topics) -> [[Bearer]] {
    var domains: [String?: [Bearer]] = [:]
    var files: [String?: Set<String>] = [:]
    for bearer in bearers {
      let domain = topics[bearer.topic].domain
      guard files[domain, default: []].insert(bearer.place.path).inserted else { continue }
      domains[domain, default: []].append(bearer)
    }
    return domains.values.filter { $0.count > 1 }.sorted { $0[0].topic < $1[0].topic }
  }
}

extension Topic {
  /// Whether its note says what it is, rather than only being about something.
  fileprivate var isExplained: Bool {
    guard !definition.isEmpty else { return false }
    switch kind {
    case .concept, .instruction, .object, .command, .field: return true
    case .guide, .note, .rule: return false
    case nil: return parent != nil || DefinitionSentence(definition, of: [name] + aliases) != nil
    }
  }
}

extension KnowledgeBase {
  fileprivate func bearer(_ number: Int, of name: String) -> Namesakes.Bearer {
    let topic = topics[number]
    let note = notes[topic.note]
    let key = NameIndex.fold(name)
    if NameIndex.fold(topic.name) == key {
      let title = topic.isPage ? note.frontMatter.range(of: .title) : nil
      return Namesakes.Bearer(
        topic: number, isTitle: true, place: title.map { Place(path: note.file, range: $0) } ?? topic.place)
    }
    let alias = topic.isPage ? note.frontMatter.aliases.first { NameIndex.fold($0.text) == key } : nil
    return Namesakes.Bearer(
      topic: number, isTitle: false, place: alias.map { Place(path: note.file, range: $0.range) } ?? topic.place)
  }
}
