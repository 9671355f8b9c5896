public import Source
import Markdown

/// A rule about notes: words, and a check that reads what the knowledge base already knows.
public struct NoteRule: Sendable {
  /// What it is called and what it asks for.
  public let rule: Rule
  /// Everything in a site that breaks it, in no particular order.
  public let check: @Sendable (KnowledgeBase) -> [Diagnostic]

  /// A rule that looks at the whole site.
  init(_ rule: Rule, check: @escaping @Sendable (Rule, KnowledgeBase) -> [Diagnostic]) {
    self.rule = rule
    self.check = { check(rule, $0) }
  }

  /// A rule about links: puts one kind of fault into words, and passes over the others.
  init(_ rule: Rule, links: @escaping @Sendable (FaultyLink, inout Suggestions) -> Words?) {
    self.init(rule) { rule, knowledge in
      guard !knowledge.faults.isEmpty else { return [] }
      var suggestions = Suggestions(knowledge)
      return knowledge.faults.compactMap { fault in
        let link = FaultyLink(fault, knowledge)
        return links(link, &suggestions).map { $0.diagnostic(rule, at: link) }
      }
    }
  }

  /// A rule about links and about relations.
  init(
    _ rule: Rule, links: @escaping @Sendable (FaultyLink, inout Suggestions) -> Words?,
    relations: @escaping @Sendable (FaultyRelation) -> String?
  ) {
    let ofLinks = NoteRule(rule, links: links).check
    self.init(rule) { rule, knowledge in
      ofLinks(knowledge)
        + Self.diagnostics(knowledge) { faulty, _ in
          relations(faulty).map { Diagnostic(rule, $0, at: faulty.place) }
        }
    }
  }

  /// A rule about one note at a time.
  init(_ rule: Rule, notes: @escaping @Sendable (Note) -> [(message: String, range: SourceRange)]) {
    self.init(rule) { rule, knowledge in
      knowledge.notes.flatMap { note in
        notes(note).map { Diagnostic(rule, $0.message, at: Place(path: note.file, range: $0.range)) }
      }
    }
  }

  /// What a rule says of a link, and what could be written in its place.
  struct Words {
    let message: String
    var suggestion: String?
    var remarks: [Remark] = []

    /// `message`, asking for the suggestion if there is one.
    static func asking(_ message: String, _ suggestion: String?) -> Words {
      Words(message: suggestion.map { "\(message), did you mean '\($0)'?" } ?? message, suggestion: suggestion)
    }

    func diagnostic(_ rule: Rule, at link: FaultyLink) -> Diagnostic {
      let (file, link) = (link.file, link.link)
      let isExact = link.target != link.range
      let fix = suggestion.flatMap { text in
        isExact ? Fix("Write '\(text)'", isSafe: false, edits: [Fix.Edit(link.target, text)]) : nil
      }
      return Diagnostic(
        rule, message, at: Place(path: file, range: link.target), notes: remarks, fix: fix)
    }
  }
}

/// A link with a fault, and what it takes to talk about it.
struct FaultyLink {
  let fault: LinkFault
  let knowledge: KnowledgeBase

  init(_ fault: LinkFault, _ knowledge: KnowledgeBase) {
    self.fault = fault
    self.knowledge = knowledge
  }

  var reason: LinkFault.Reason { fault.reason }
  var notes: [Note] { knowledge.index.notes }
  var link: Link { notes[fault.note].links[fault.link] }
  var file: String { notes[fault.note].file }
}
