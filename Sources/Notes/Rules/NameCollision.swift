import Source

extension NoteRule {
  /// Give a name to one topic of a domain.
  static let nameCollision = NoteRule(
    Rule(
      "notes/name-collision", .warning, "Give a name to one topic of a domain",
      advice: "Take the alias from one of them; across domains, 'link: strong' says which is meant elsewhere"),
    check: { rule, knowledge in
      let across = rule.weighing(.info)
      return Namesakes.all(in: knowledge).flatMap { names in
        names.withinDomains(knowledge.topics).compactMap { withinDomain($0, names, rule, knowledge) }
          + [acrossDomains(names, across, knowledge)].compactMap { $0 }
      }
    })

  /// An alias that is another topic's name, too. What two titles have in common is a matter of ``twoDefinitions``.
  private static func withinDomain(
    _ bearers: [Namesakes.Bearer], _ names: Namesakes, _ rule: Rule, _ knowledge: KnowledgeBase
  ) -> Diagnostic? {
    guard let alias = bearers.last(where: { !$0.isTitle }) else { return nil }
    let others = bearers.filter { $0.topic != alias.topic }
    let other = others.first.map { knowledge.topics[$0.topic].name } ?? ""
    let what = others[0].isTitle ? "is another topic's title" : "is an alias of '\(other)', too"
    return Diagnostic(
      rule, "'\(names.name)' \(what)", at: alias.place,
      notes: others.prefix(4).map { Remark("'\(knowledge.topics[$0.topic].name)' has that name", at: $0.place) })
  }

  /// A name that means different things in different domains: in other domains nothing tells which.
  private static func acrossDomains(
    _ names: Namesakes, _ rule: Rule, _ knowledge: KnowledgeBase
  ) -> Diagnostic? {
    let topics = names.bearers.map { knowledge.topics[$0.topic] }
    let domains = Set(topics.map(\.domain))
    guard domains.count > 1, topics.count(where: { $0.linking == .strong }) != 1 else { return nil }
    guard knowledge.notes.contains(where: { !domains.contains($0.domain) }) else { return nil }
    let place = names.bearers.last?.place ?? topics[0].place
    let list = topics.map { $0.domain.map { "'\($0)'" } ?? "no domain" }
    return Diagnostic(
      rule,
      "'\(names.name)' means different things in \(list.dropLast().joined(separator: ", ")) and \(list.last ?? "")",
      at: place,
      notes: names.bearers.dropLast().prefix(4).map {
        Remark("'\(knowledge.topics[$0.topic].nameInDomain)' has that name", at: $0.place)
      })
  }
}
