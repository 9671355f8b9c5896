public import Markdown

/// Which notes a page shows as naming it, decided before any text is read.
///
/// A page that thousands name shows a few of them; only these sentences are cut out, each note's text being gone through
/// once.
public struct CitationPlan: Sendable {
  /// How many citations a page shows.
  static let most = 8
  /// How many of these may come from the page's own domain where others name it too.
  private static let mostOfOwn = 6
  /// How often a sentence that says more is looked for.
  private static let tries = 3

  /// What a page shows, by the note that it is of.
  private var starts: [Int] = [0]
  private var citing: [Int32] = []
  private var cited: [Int32] = []
  private var totals: [Int32] = []
  /// The places in `citing` in the order of the notes that stand there.
  private let byCiting: [Int32]
  private let citingStarts: [Int]

  /// How many citations all pages show.
  public var count: Int { citing.count }

  /// The plan of a site's citations.
  public init(_ knowledge: KnowledgeBase) {
    let domains = Domains(knowledge.topics)
    let notes = knowledge.notes.count
    let breadth = (0..<notes).map { knowledge.graph.edges(from: knowledge.topics.topic(ofNote: $0)).count }
    for note in 0..<notes {
      let found = Self.citing(note, knowledge, breadth)
      let own = domains.domain(of: knowledge.topics.topic(ofNote: note))
      let shown = Self.choose(found) { domains.domain(of: knowledge.topics.topic(ofNote: $0)) == own }
      citing += shown.map { Int32($0) }
      cited += shown.map { _ in Int32(note) }
      totals.append(Int32(found.count))
      starts.append(citing.count)
    }
    var counts = [Int](repeating: 0, count: notes + 1)
    for note in citing { counts[Int(note) + 1] += 1 }
    for note in 0..<notes { counts[note + 1] += counts[note] }
    citingStarts = counts
    var order = [Int32](repeating: 0, count: citing.count)
    for (slot, note) in citing.enumerated() {
      order[counts[Int(note)]] = Int32(slot)
      counts[Int(note)] += 1
    }
    byCiting = order
  }

  /// The notes whose text names a topic of `note`, each with what that is worth.
  private static func citing(
    _ note: Int, _ knowledge: KnowledgeBase, _ breadth: [Int]
  ) -> [(note: Int, worth: Double)] {
    var weights: [Int: Int] = [:]
    for topic in knowledge.topics.topics(ofNote: note) where !knowledge.topics[topic].isStub {
      for edge in knowledge.graph.edges(to: topic) where !edge.kind.isRelation {
        let from = knowledge.topics[edge.from].note
        guard from != note else { continue }
        weights[from, default: 0] += edge.kind == .links ? 3 : min(edge.count, 6)
      }
    }
    // A note that names everything says little about each.
    return weights.map { ($0.key, Double($0.value) / (4 + Double(breadth[$0.key]).squareRoot())) }
  }

  /// The best, those of the page's own domain first.
  private static func choose(_ found: [(note: Int, worth: Double)], isOwn: (Int) -> Bool) -> [Int] {
    let ranked = found.sorted { ($1.worth, $0.note) < ($0.worth, $1.note) }.map(\.note)
    let own = ranked.filter(isOwn)
    let foreign = ranked.filter { !isOwn($0) }
    let first = own.prefix(max(mostOfOwn, most - foreign.count))
    return Array(first) + foreign.prefix(most - first.count)
  }

  /// The citations that the page of a note shows: places in the list of all.
  func shown(on note: Int) -> Range<Int> { starts[note]..<starts[note + 1] }

  /// The note that a citation comes from.
  func citing(_ slot: Int) -> Int { Int(citing[slot]) }

  /// How many notes name a topic of `note`.
  func total(of note: Int) -> Int { Int(totals[note]) }

  /// The sentences that a note's text is asked for.
  ///
  /// - Returns: For each citation that comes from the note its sentence, where there is one that says something.
  public func read(_ note: Int, _ knowledge: KnowledgeBase, body: () -> Body) -> [(citation: Int, sentence: Sentence)] {
    let asked = byCiting[citingStarts[note]..<citingStarts[note + 1]]
    guard !asked.isEmpty else { return [] }
    var search = SentenceSearch(wanted: asked.map { (Int(cited[Int($0)]), Int($0)) }, tries: Self.tries)
    search.search(body(), of: note, knowledge)
    return search.found
  }
}

/// Looks in one note's text for the sentences that name certain notes.
private struct SentenceSearch {
  private var slots: [Int: (slot: Int, tries: Int, best: Sentence?)] = [:]
  /// How many words a sentence has beside the name, so that no better one is looked for; and at least.
  private static let enough = 4
  private static let least = 2

  init(wanted: [(note: Int, slot: Int)], tries: Int) {
    for (note, slot) in wanted { slots[note] = (slot, tries, nil) }
  }

  mutating func search(_ body: Body, of note: Int, _ knowledge: KnowledgeBase) {
    for (place, hole) in body.holes.enumerated() where hole.kind == .linkStart {
      guard let topic = knowledge.topics.topic(at: knowledge.targets[note][hole.index]),
        !knowledge.topics[topic].isStub,
        let end = body.holes[place...].first(where: { $0.kind == .linkEnd && $0.index == hole.index })
      else { continue }
      consider(hole.offset..<end.offset, naming: knowledge.topics[topic].note, body)
    }
    for mention in knowledge.mentions[note]
    where mention.isCertain && !knowledge.topics[mention.topic].isStub {
      consider(mention.html, naming: knowledge.topics[mention.topic].note, body)
    }
  }

  private mutating func consider(_ name: Range<Int>, naming note: Int, _ body: Body) {
    guard !name.isEmpty, let entry = slots[note], entry.tries > 0 else { return }
    let sentence = SentenceReader.sentence(around: name, in: body.html)
    let isBetter = sentence.otherWords > (entry.best?.otherWords ?? Self.least - 1)
    let isEnough = sentence.otherWords >= Self.enough
    slots[note] = (entry.slot, isEnough ? 0 : entry.tries - 1, isBetter ? sentence : entry.best)
  }

  var found: [(citation: Int, sentence: Sentence)] {
    slots.values.compactMap { entry in entry.best.map { (entry.slot, $0) } }
  }
}
