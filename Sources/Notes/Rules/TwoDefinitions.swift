import Source

extension NoteRule {
  /// Explain a topic in one place.
  static let twoDefinitions = NoteRule(
    Rule(
      "notes/two-definitions", .warning, "Explain a topic in one place",
      advice: "Make one note of the two, give one a title of its own, or put it into another 'domain'"),
    check: { rule, knowledge in
      Namesakes.all(in: knowledge).flatMap { names in
        names.withinDomains(knowledge.topics).compactMap { bearers in
          let titles = bearers.filter(\.isTitle)
          guard titles.count > 1 else { return nil }
          let domain = knowledge.topics[titles[0].topic].domain.map { " in '\($0)'" } ?? ""
          return Diagnostic(
            rule, "'\(names.name)' is explained \(titles.count == 2 ? "twice" : "\(titles.count) times")\(domain)",
            at: titles[1].place,
            notes: ([titles[0]] + titles.dropFirst(2)).prefix(4).map {
              Remark("It is explained here, too", at: $0.place)
            })
        }
      }
    })
}
