import Notes
import Source

// The pages that go with a page, as it shows them.
extension Site {
  private static let mostRelated = 6
  private static let mostReasons = 2

  /// The pages that go with a note, each with why.
  ///
  /// What the page shows anyway is left out: pages that stand in some relation to it, which are among its neighbours,
  /// the section around it, the pages of its own section, and those of which only is known that the two link to each
  /// other, or that their words are alike: that is no reason that a reader can judge. Pages that its text does not link to
  /// come first.
  func related(to note: Int, _ href: Href) -> [LinkModel] {
    let shown = knowledge.related[note].filter { !isShown($0, on: note) }
    return (shown.filter { !$0.isLinked } + shown.filter(\.isLinked)).prefix(Self.mostRelated).map { related in
      var entry = link(related.note, href)
      let reasons = related.reasons.prefix(Self.mostReasons).map { $0.words(knowledge.topics) }
      entry.summary = reasons.joined(separator: "; ")
      return entry
    }
  }

  private func isShown(_ related: RelatedPage, on note: Int) -> Bool {
    let index = knowledge.index
    let section = index.sectionOfNote[note]
    if index.sections[section].note == related.note { return true }
    if index.sections[section].note == note, index.sectionOfNote[related.note] == section { return true }
    return related.isOnlyLinked || related.isStated || related.reasons == [.similarText]
  }
}
