/// Finds the topics that explain terms.
struct TermTopics {
  private let terms: [CodeTerm]
  private let topics: Topics
  private let index: SiteIndex
  /// The topics that were found, by term.
  private var found: [Int: Int] = [:]

  init(_ terms: [CodeTerm], _ topics: Topics, _ index: SiteIndex) {
    self.terms = terms
    self.topics = topics
    self.index = index
  }

  /// What explains a term. To be asked for terms in order: those that belong to others come behind these.
  mutating func entry(of number: Int) -> Glossary.Entry {
    let term = terms[number]
    let owner = term.owner.flatMap { found[$0] }
    if let topic = topic(of: term, ownedBy: owner) {
      found[number] = topic
      let definition = topics[topic].definition
      return Glossary.Entry(
        topic: topic, target: target(of: topic), explanation: definition.isEmpty ? term.explanation : definition)
    }
    let target = owner.flatMap { section(on: term, in: $0) } ?? page(ofRule: term.rule)
    return Glossary.Entry(topic: nil, target: target ?? .missing, explanation: term.explanation)
  }

  private func target(of topic: Int) -> LinkTarget {
    topics[topic].isStub ? .missing : .note(topics[topic].note, fragment: topics[topic].anchor)
  }

  /// The topic that has the most precise of the term's names; none where two have it equally.
  private func topic(of term: CodeTerm, ownedBy owner: Int?) -> Int? {
    for name in term.names {
      let fitting = topics.all(named: name).filter { isMeant(topics[$0], by: name, of: term, ownedBy: owner) }
      let ranked = fitting.map { ($0, rank(topics[$0], term)) }
      guard let best = ranked.map(\.1).min() else { continue }
      let first = ranked.filter { $0.1 == best }
      return first.count == 1 ? first[0].0 : nil
    }
    return nil
  }

  private func isMeant(_ topic: Topic, by name: String, of term: CodeTerm, ownedBy owner: Int?) -> Bool {
    let isSpelled = { (spelling: String) in ([topic.name] + topic.aliases).contains(spelling) }
    if name.hasPrefix("--") {
      // Other commands have flags of this name.
      return isSpelled(name) && topic.parent != nil && topic.parent == owner
    }
    if name.contains("--") { return isSpelled(name) }
    if topic.kind == .instruction { return true }
    guard topic.kind != .rule, topic.domain.map({ $0.lowercased() == term.domain }) ?? true else { return false }
    // `VOLUME` is not about volumes: what is an ordinary word, too, is told apart by its letters.
    return !Self.isShouted(name) || isSpelled(name)
  }

  /// Whether a name is written in capitals only.
  private static func isShouted(_ name: String) -> Bool {
    name.utf8.contains { (0x41...0x5A).contains($0) } && !name.utf8.contains { (0x61...0x7A).contains($0) }
  }

  /// The smaller, the better it fits.
  private func rank(_ topic: Topic, _ term: CodeTerm) -> Int {
    (topic.domain?.lowercased() == term.domain ? 0 : 8) + (topic.isStub ? 4 : 0) + (topic.kind == nil ? 2 : 0)
      + (topic.isPage ? 0 : 1)
  }

  /// The section that is on a term, in the page of the topic that it belongs to: its heading begins with the term.
  private func section(on term: CodeTerm, in owner: Int) -> LinkTarget? {
    let topic = topics[owner]
    guard topic.isPage else { return nil }
    let heading = index.notes[topic.note].headings.first { heading in
      term.names.contains { Self.begins(heading.text, with: $0) }
    }
    return heading.map { .note(topic.note, fragment: $0.id) }
  }

  /// Whether a text begins with a name, and with no longer word. Letter case counts where the name is in capitals.
  private static func begins(_ text: String, with name: String) -> Bool {
    let (text, name) = isShouted(name) ? (text, name) : (text.lowercased(), name.lowercased())
    guard text.utf8.starts(with: name.utf8) else { return false }
    let next = text.utf8.dropFirst(name.utf8.count).first
    return next.map { !($0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "=") || $0.isWordByte) } ?? true
  }

  private func page(ofRule rule: String?) -> LinkTarget? {
    guard let rule else { return nil }
    let page = topics.all(named: rule).first { topics[$0].kind == .rule && topics[$0].isPage }
    return page.map { .note(topics[$0].note, fragment: nil) }
  }
}

extension UInt8 {
  /// A letter, a digit, `_`, or a byte of a character beyond ASCII.
  fileprivate var isWordByte: Bool {
    self >= 0x80 || self == 0x5F || (0x30...0x39).contains(self) || (0x61...0x7A).contains(self | 0x20)
  }
}
