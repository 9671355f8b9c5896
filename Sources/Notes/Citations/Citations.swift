public import Markdown

/// What other notes say of the topics of each page.
public struct Citations: Sendable {
  private let plan: CitationPlan
  private var sentences: [Sentence?]

  /// Citations as planned, with the sentences that were found, in any order.
  public init(_ plan: CitationPlan, sentences found: [[(citation: Int, sentence: Sentence)]]) {
    self.plan = plan
    sentences = Array(repeating: nil, count: plan.count)
    for part in found {
      for (citation, sentence) in part { sentences[citation] = sentence }
    }
  }

  /// The citations of a site, read in one go.
  public init(_ knowledge: KnowledgeBase, bodies: [Body]) {
    let plan = CitationPlan(knowledge)
    self.init(plan, sentences: knowledge.notes.indices.map { note in plan.read(note, knowledge) { bodies[note] } })
  }

  /// The notes that name a topic of `note`, the best first, those of its own domain before others; not all of many.
  public func citing(_ note: Int) -> [Citation] {
    plan.shown(on: note).map { Citation(note: plan.citing($0), sentence: sentences[$0]) }
  }

  /// How many notes name a topic of `note`.
  public func count(citing note: Int) -> Int { plan.total(of: note) }
}
