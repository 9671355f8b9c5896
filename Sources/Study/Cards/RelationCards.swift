import Notes
import Source

// Cards from how topics stand to each other.
extension CardMaker {
  /// Adds a card for each relation that a topic's note states.
  mutating func addRelations(of topic: Int) {
    guard Self.isThing(knowledge.topics[topic]) else { return }
    let edges = knowledge.graph.edges(from: topic)
    for edge in edges where edge.origin == .frontMatter && Self.verbs[edge.kind] != nil {
      let (from, to) = (knowledge.topics[topic], knowledge.topics[edge.to])
      guard from.name != to.name, Self.isThing(to) else { continue }
      let right = sentence(from.name, edge.kind, to.name)
      var held = Set(edges.filter { $0.to == edge.to }.map(\.kind))
      if knowledge.graph.edges(from: edge.to).contains(where: { $0.to == topic && $0.kind.isSymmetric }) {
        held.insert(.contrasts)
      }
      let ids = (keys[topic], keys[edge.to])
      var card = Card(
        id: CardID.id(ids.0, edge.kind.name, ids.1), topic: topic, kind: .relation,
        front: Array("How does <b>".utf8) + Self.escaped(from.name) + Array("</b> stand to <b>".utf8)
          + Self.escaped(to.name) + Array("</b>?".utf8),
        back: right)
      let wrong = Self.choices.filter { !held.contains($0) }
        .sorted { Card.rank(card.id, Array($0.name.utf8)) < Card.rank(card.id, Array($1.name.utf8)) }
      card.choose(among: wrong.map { sentence(from.name, $0, to.name) })
      add(card)
    }
  }

  /// Whether a topic stands in relations of its own: where a page stands in a book is none.
  private static func isThing(_ topic: Topic) -> Bool {
    switch topic.kind {
    case .guide, .note, .rule: false
    default: true
    }
  }

  private func sentence(_ from: String, _ kind: Edge.Kind, _ to: String) -> [UInt8] {
    Self.escaped("\(from) \(Self.verbs[kind] ?? kind.words.outgoing) \(to)")
  }

  /// The relations that are worth a question, in words.
  private static let verbs: [Edge.Kind: String] = [
    .partOf: "is part of", .requires: "requires", .contrasts: "contrasts with", .owns: "owns",
    .selects: "selects", .routesTo: "routes to", .mounts: "mounts", .configures: "configures", .runsOn: "runs on",
  ]

  /// The relations that a wrong answer may name. Nearly everything requires what it stands to in some other way.
  private static let choices: [Edge.Kind] = [
    .partOf, .contrasts, .owns, .selects, .routesTo, .mounts, .configures, .runsOn,
  ]
}
