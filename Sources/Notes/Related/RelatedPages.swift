/// Finds the related pages of all notes of a site, with the reasons.
struct RelatedPages {
  /// How many related pages a page shows.
  private static let most = 12
  /// Below this two notes have next to nothing in common.
  private static let least: Float = 0.1

  private let index: SiteIndex
  private let relations: Relations
  private let links: NoteLinks
  private let relatives: Relatives
  private let shared: SharedWords

  /// For each note, its related pages, best first; none where there are no profiles.
  static func find(
    _ index: SiteIndex, _ topics: Topics, _ relations: Relations, targets: [[LinkTarget]], mentions: [[Mention]],
    profiles: [PageProfile]
  ) -> [[RelatedPage]] {
    guard !profiles.isEmpty else { return Array(repeating: [], count: index.notes.count) }
    let links = NoteLinks(index, targets: targets)
    let pages = RelatedPages(
      index: index, relations: relations, links: links,
      relatives: Relatives(index, relations, links, profiles),
      shared: SharedWords(index, topics, links, mentions: mentions))
    var scores = [Float](repeating: 0, count: index.notes.count)
    return index.notes.indices.map { pages.find(for: $0, &scores) }
  }

  private func find(for note: Int, _ scores: inout [Float]) -> [RelatedPage] {
    relatives.related(to: note, atMost: Self.most, &scores).compactMap { found in
      guard found.score >= Self.least else { return nil }
      return RelatedPage(note: Int(found.note), score: found.score, reasons: reasons(note, Int(found.note)))
    }
  }

  /// Why a note goes with another.
  private func reasons(_ note: Int, _ other: Int) -> [RelatedPage.Reason] {
    var reasons: [RelatedPage.Reason] = []
    for statement in relations.all(of: note) where statement.other == other {
      let reason = RelatedPage.Reason.said(
        statement.kind, isReverse: statement.isReverse && !statement.kind.isSymmetric)
      if !reasons.contains(reason) { reasons.append(reason) }
    }
    let topics = shared.topics(note, other)
    if !topics.isEmpty {
      reasons.append(.sharedTopics(topics))
    } else {
      let words = shared.words(note, other)
      if !words.isEmpty { reasons.append(.sharedTerms(words)) }
    }
    if links.isLink(from: note, to: other) { reasons.append(.linked) }
    if links.isLink(from: other, to: note) { reasons.append(.linkedFrom) }
    if relatives.isBeside(note, other) { reasons.append(.sameSection) }
    if reasons.isEmpty {
      reasons.append(relatives.isLinkedFromSimilar(other, to: note) ? .linkedFromSimilar : .similarText)
    }
    return reasons
  }
}
