/// The topics that a topic has one relation to, in one direction.
public struct RelationGroup: Sendable {
  /// The sort of relation.
  public let kind: Edge.Kind
  /// Whether it leads to the topic from the others.
  public let isIncoming: Bool
  /// The others, each once, in order.
  public let topics: [Int]

  /// What stands over the others.
  public var words: String { isIncoming ? kind.words.incoming : kind.words.outgoing }
}

extension TopicGraph {
  /// The relations of a topic both ways, grouped by kind; links and mentions are none. What is the same from either end is
  /// one group.
  public func relations(of topic: Int) -> [RelationGroup] {
    let (outgoing, incoming) = (edges(from: topic), edges(to: topic))
    return Edge.Kind.allCases.filter(\.isRelation).flatMap { kind -> [RelationGroup] in
      let to = outgoing.filter { $0.kind == kind }.map(\.to)
      let from = incoming.filter { $0.kind == kind }.map(\.from)
      let groups =
        kind.isSymmetric
        ? [RelationGroup(kind: kind, isIncoming: false, topics: Set(to + from).sorted())]
        : [
          RelationGroup(kind: kind, isIncoming: false, topics: to),
          RelationGroup(kind: kind, isIncoming: true, topics: from),
        ]
      return groups.filter { !$0.topics.isEmpty }
    }
  }
}
