import Notes

/// The topics around each that could be taken for it: of the same kind and field, those of the same whole first.
struct Neighbours {
  /// The topics by kind and field, in learning order.
  private var groups: [[Int]] = []
  /// For each topic its group and its place in it.
  private var places: [(group: Int, place: Int)?]
  /// What each topic is called, in small letters, and what it is a part of.
  private let names: [[String]]
  private let wholes: [[Int]]

  /// How far away in its group a topic is still near.
  private static let reach = 12

  init(_ knowledge: KnowledgeBase) {
    places = Array(repeating: nil, count: knowledge.topics.count)
    names = knowledge.topics.map { topic in ([topic.name] + topic.aliases).map { $0.lowercased() } }
    wholes = knowledge.topics.indices.map { topic in
      let parts = knowledge.graph.edges(from: topic).lazy.filter { $0.kind == .partOf }.map(\.to)
      return (knowledge.topics[topic].parent.map { [$0] } ?? []) + parts
    }
    var numbers: [String: Int] = [:]
    for note in knowledge.order.notes {
      for topic in knowledge.topics.topics(ofNote: note) {
        let content = knowledge.topics[topic]
        guard !content.isStub else { continue }
        let key = "\(content.kind?.rawValue ?? "") \(content.domain ?? "")"
        let group = numbers[key] ?? groups.count
        if group == groups.count {
          numbers[key] = group
          groups.append([])
        }
        places[topic] = (group, groups[group].count)
        groups[group].append(topic)
      }
    }
  }

  /// The topics that could be taken for one, the likeliest first. None of them is it by another name, a kind of it, or
  /// what it is a kind of.
  func neighbours(of topic: Int, in knowledge: KnowledgeBase) -> [Int] {
    guard let (group, place) = places[topic] else { return [] }
    let near = groups[group][max(0, place - Self.reach)..<min(groups[group].count, place + Self.reach + 1)]
    let definition = knowledge.topics[topic].definition
    let same = Set(
      knowledge.graph.edges(from: topic).filter { $0.kind == .isA }.map(\.to)
        + knowledge.graph.edges(to: topic).filter { $0.kind == .isA }.map(\.from))
    let others = near.filter { other in
      other != topic && !same.contains(other) && !names[other][0].isEmpty
        && knowledge.topics[other].definition != definition && !names[other].contains { names[topic].contains($0) }
    }
    return others.map { other in
      let isSibling = wholes[other].contains { wholes[topic].contains($0) }
      let distance = abs((places[other]?.place ?? 0) - place)
      return (isSibling ? 0 : 1, distance, other)
    }.sorted { $0 < $1 }.map(\.2)
  }
}
