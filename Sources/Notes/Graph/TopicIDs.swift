/// How the topics of a site are called where each needs a name of its own: in `rutter graph` and in `graph.json`.
public struct TopicIDs: Sendable {
  private let ids: [String]

  /// The names of all topics: the page's address without its last slash and, for one within a page, the section's id, as
  /// in `docker/volume` and `docker#layer`. The home page is `/`. A stub has the id that a section about it would have.
  public init(_ topics: Topics, _ index: SiteIndex) {
    var ids: [String] = []
    ids.reserveCapacity(topics.count)
    for note in index.notes.indices {
      let address = index.addresses[note].path
      let page = address.isEmpty ? "/" : address.hasSuffix("/") ? String(address.dropLast()) : address
      let all = topics.topics(ofNote: note)
      var taken = all.count > 1 ? Set(all.compactMap { topics[$0].anchor }) : []
      for topic in all {
        let section = topics[topic].anchor ?? (topics[topic].isStub ? Self.free(topics[topic].name, &taken) : nil)
        ids.append(section.map { "\(page)#\($0)" } ?? page)
      }
    }
    self.ids = ids
  }

  /// The name of a topic.
  public subscript(_ topic: Int) -> String { ids[topic] }

  /// The topic of a name.
  public func topic(_ id: String) -> Int? { ids.firstIndex(of: id) }

  private static func free(_ name: String, _ taken: inout Set<String>) -> String {
    let wanted = Slug.part(name)
    var id = wanted
    var number = 1
    while !taken.insert(id).inserted {
      id = "\(wanted)-\(number)"
      number += 1
    }
    return id
  }
}
