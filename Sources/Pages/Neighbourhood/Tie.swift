import Notes

/// How a neighbour belongs to a topic: a kind of connection, seen from one end.
struct Tie: Hashable, Sendable {
  let kind: Edge.Kind
  /// Whether it goes out from the topic.
  let isOutgoing: Bool

  /// The tie by a connection of this kind. Those that say the same from either end are one.
  init(_ kind: Edge.Kind, isOutgoing: Bool) {
    self.kind = kind.isRelation ? kind : .mentions
    self.isOutgoing = isOutgoing || kind.isSymmetric || !kind.isRelation
  }

  /// The topic is named with the other in texts, in whatever direction.
  static let named = Tie(.mentions, isOutgoing: true)

  /// Where it comes in the order in which neighbours are chosen: what says most of the topic first.
  var rank: Int { (Self.order.firstIndex(of: kind) ?? 0) * 2 + (isOutgoing ? 0 : Self.setback) }

  private static let order: [Edge.Kind] = [
    .isA, .partOf, .requires, .contrasts, .runsOn, .mounts, .owns, .selects, .routesTo, .configures, .next, .see,
    .links,
    .mentions,
  ]
  /// How far the incoming kinds stand behind the outgoing ones: an odd number, so that no two ties share a rank.
  private static let setback = 13

  /// Where such neighbours stand.
  var lane: Neighbourhood.Lane {
    switch kind {
    case .isA, .partOf: isOutgoing ? .above : .below
    case .owns: isOutgoing ? .below : .above
    case .requires, .runsOn, .mounts: isOutgoing ? .left : .right
    case .selects, .routesTo, .configures, .next: isOutgoing ? .right : .left
    case .contrasts, .see, .links, .mentions: .right
    }
  }

  /// The words for such neighbours.
  var label: String {
    guard kind.isRelation else { return "often named with" }
    return isOutgoing ? kind.words.outgoing : kind.words.incoming
  }
}
