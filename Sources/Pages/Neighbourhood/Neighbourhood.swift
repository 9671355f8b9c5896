import Notes

/// The topics that stand nearest to a topic, in the lanes that they are drawn in.
struct Neighbourhood: Sendable, Equatable {
  /// Where a neighbour stands around the topic.
  enum Lane: Int, CaseIterable, Sendable {
    /// What it is one of, or a piece of.
    case above
    /// What comes before it.
    case left
    /// What it leads to, and what it is told apart from.
    case right
    /// What it is made of.
    case below

    /// How many neighbours it has room for.
    var room: Int {
      switch self {
      case .above: 4
      case .left: 5
      case .right: 6
      case .below: 8
      }
    }
  }

  /// Neighbours of one kind.
  struct Group: Sendable, Equatable {
    let lane: Lane
    /// How they belong to the topic, such as "requires".
    let label: String
    /// The neighbours, by number.
    var topics: [Int]
    /// How many there are in all.
    let count: Int

    /// The words for the group, with how many of them are shown where these are not all.
    var words: String { topics.count < count ? "\(label), \(topics.count) of \(count)" : label }
  }

  /// How many neighbours are shown at most.
  static let most = 12
  /// How many relations make it worth drawing.
  private static let least = 2

  /// The neighbours, lane by lane.
  let groups: [Group]

  /// The neighbourhood of a topic; nothing where it would say little.
  init?(of topic: Int, in knowledge: KnowledgeBase, read order: ReadingOrder) {
    var choice = NeighbourChoice(topic, knowledge, order)
    let relations = choice.addRelations()
    let mentions = choice.addMentions()
    guard relations >= Self.least || relations + mentions > Self.least else { return nil }
    groups = choice.groups
  }

  /// The neighbours of one lane.
  func groups(in lane: Lane) -> [Group] { groups.filter { $0.lane == lane } }
}

/// Chooses the neighbours of a topic: first those by relations that somebody stated, then those that are named often.
private struct NeighbourChoice {
  private let topic: Int
  private let knowledge: KnowledgeBase
  private let order: ReadingOrder
  private var known: Set<Int> = []
  /// How many neighbours each tie has, chosen or not.
  private var counts: [Tie: Int] = [:]
  private var chosen: [(tie: Tie, topic: Int)] = []
  /// How many neighbours of one kind stand at a side, and how many of those that are only named.
  private static let mostOfKind = 4
  /// From how many mentions on a name counts, where the other does not name it back.
  private static let often = 3

  init(_ topic: Int, _ knowledge: KnowledgeBase, _ order: ReadingOrder) {
    self.topic = topic
    self.knowledge = knowledge
    self.order = order
  }

  /// Adds the neighbours by relations; says how many there are.
  mutating func addRelations() -> Int {
    var found: [(tie: Tie, isStub: Bool, place: Int, topic: Int)] = []
    for edge in knowledge.graph.edges(from: topic) where edge.kind.isRelation {
      found.append((Tie(edge.kind, isOutgoing: true), knowledge.topics[edge.to].isStub, edge.place, edge.to))
    }
    for edge in knowledge.graph.edges(to: topic) where edge.kind.isRelation {
      let place = order.position(of: knowledge.topics[edge.from].note)
      found.append((Tie(edge.kind, isOutgoing: false), knowledge.topics[edge.from].isStub, place, edge.from))
    }
    found.sort {
      ($0.tie.rank, $0.isStub ? 1 : 0, $0.place, $0.topic) < ($1.tie.rank, $1.isStub ? 1 : 0, $1.place, $1.topic)
    }
    for entry in found where !known.contains(entry.topic) {
      counts[entry.tie, default: 0] += 1
      add(entry.topic, entry.tie)
    }
    return chosen.count
  }

  /// Adds the neighbours that it is named with; says how many.
  mutating func addMentions() -> Int {
    let before = chosen.count
    for other in strongestMentions() { add(other, .named) }
    return chosen.count - before
  }

  private mutating func add(_ other: Int, _ tie: Tie) {
    guard chosen.count < Neighbourhood.most, !known.contains(other) else { return }
    let isFull = chosen.count { $0.tie.lane == tie.lane } >= tie.lane.room
    let isOfMany = tie.lane != .below && chosen.count { $0.tie == tie } >= Self.mostOfKind
    guard !isFull, !isOfMany else { return }
    known.insert(other)
    chosen.append((tie, other))
  }

  /// The topics that it links to, that it names often, or that name it too; links count for more, and so do rare topics.
  private func strongestMentions() -> [Int] {
    var strengths: [Int: (count: Int, isLinked: Bool, isMutual: Bool)] = [:]
    for edge in knowledge.graph.edges(from: topic) where !edge.kind.isRelation {
      let old = strengths[edge.to] ?? (0, false, false)
      strengths[edge.to] = (old.count + edge.count, old.isLinked || edge.kind == .links, false)
    }
    for edge in knowledge.graph.edges(to: topic) where !edge.kind.isRelation {
      guard let old = strengths[edge.from] else { continue }
      strengths[edge.from] = (old.count + edge.count, old.isLinked || edge.kind == .links, true)
    }
    return
      strengths.compactMap { other, strength -> (Bool, Double, Int)? in
        guard strength.isLinked || strength.isMutual || strength.count >= Self.often else { return nil }
        let degree = Double(knowledge.graph.inDegree(of: other))
        let worth = Double(strength.count) * (strength.isMutual ? 2 : 1) / (2 + degree.squareRoot())
        return (strength.isLinked, worth, other)
      }
      .sorted { ($1.0 ? 1 : 0, $1.1, $0.2) < ($0.0 ? 1 : 0, $0.1, $1.2) }.map(\.2)
  }

  /// What was chosen, by lane and kind.
  var groups: [Neighbourhood.Group] {
    var groups: [Neighbourhood.Group] = []
    let order = chosen.enumerated().sorted {
      ($0.1.tie.lane.rawValue, $0.1.tie.rank, $0.0) < ($1.1.tie.lane.rawValue, $1.1.tie.rank, $1.0)
    }
    for (_, (tie, topic)) in order {
      if let last = groups.last, last.lane == tie.lane, last.label == tie.label {
        groups[groups.count - 1].topics.append(topic)
      } else {
        groups.append(
          Neighbourhood.Group(
            lane: tie.lane, label: tie.label, topics: [topic], count: counts[tie] ?? 0))
      }
    }
    return groups
  }
}
