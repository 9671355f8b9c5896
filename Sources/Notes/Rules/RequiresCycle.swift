import Source

extension NoteRule {
  /// Let no topic require, or be part of, what requires it or is part of it.
  static let requiresCycle = NoteRule(
    Rule(
      "notes/requires-cycle", .error, "Let no topic need itself, by way of others",
      advice: "Take out the relation that says the least; 'see' is the one for topics that belong side by side"),
    check: { rule, knowledge in
      [Edge.Kind.requires, .partOf].flatMap { kind in
        circles(of: kind, in: knowledge).map { diagnostic(rule, kind, $0, knowledge) }
      } + loops(rule, knowledge)
    })

  /// Circles of relations that somebody has written; what a section called "Before you begin" links to is a guess.
  private static func circles(of kind: Edge.Kind, in knowledge: KnowledgeBase) -> [[Edge]] {
    let graph = knowledge.graph
    let written = (0..<graph.count).map { topic in
      graph.edges(from: topic).filter { $0.kind == kind && ($0.origin == .frontMatter || $0.origin == .nesting) }
    }
    return Circles.find(written.map { $0.map(\.to) }).map { circle in
      circle.indices.compactMap { place in
        let next = circle[(place + 1) % circle.count]
        return written[circle[place]].first { $0.to == next }
      }
    }
  }

  private static func diagnostic(
    _ rule: Rule, _ kind: Edge.Kind, _ circle: [Edge], _ knowledge: KnowledgeBase
  ) -> Diagnostic {
    let topics = knowledge.topics
    let names = (circle.map(\.from) + circle.prefix(1).map(\.from)).map { "'\(topics[$0].name)'" }
    let verb = kind == .requires ? "requires" : "is a part of"
    let remarks = circle.dropFirst().prefix(8).map { edge in
      Remark("'\(topics[edge.from].name)' \(verb) '\(topics[edge.to].name)'", at: knowledge.place(of: edge))
    }
    let what = kind == .requires ? "requirements" : "parts"
    let place = circle.first.map { knowledge.place(of: $0) } ?? Place(path: "", range: SourceRange(at: 0))
    return Diagnostic(rule, "Circle of \(what) \(names.joined(separator: " → "))", at: place, notes: Array(remarks))
  }

  /// Notes that name themselves.
  private static func loops(_ rule: Rule, _ knowledge: KnowledgeBase) -> [Diagnostic] {
    diagnostics(knowledge) { faulty, _ in
      guard faulty.fault.reason == .itself else { return nil }
      switch faulty.relation.kind {
      case .requires: return Diagnostic(rule, "'\(faulty.note.title)' requires itself", at: faulty.place)
      case .partOf: return Diagnostic(rule, "'\(faulty.note.title)' is a part of itself", at: faulty.place)
      default: return nil
      }
    }
  }
}

extension KnowledgeBase {
  /// Where an edge is written: the name in front matter, or the topic's own name.
  func place(of edge: Edge) -> Place {
    let note = notes[topics[edge.from].note]
    let relation = note.frontMatter.relations.first { $0.range.start == edge.place }
    guard edge.origin == .frontMatter, let relation else { return topics[edge.from].place }
    return Place(path: note.file, range: relation.range)
  }
}
