// What cards are made of, before any is.
extension SiteIndex {
  /// Whether nothing of the site's own lies where the cards are published.
  package var leavesRoomForStudy: Bool {
    !assets.contains { $0.path.hasPrefix(MadePage.study.address.path) }
  }

  /// Whether a note has something that cards are made of.
  func hasCards(ofNote note: Int, _ topics: Topics) -> Bool {
    let content = notes[note]
    return switch content.frontMatter.cards {
    case .none: false
    case .written: !content.cards.isEmpty
    case .all:
      !content.cards.isEmpty || !content.outputs.isEmpty || !content.frontMatter.relations.isEmpty
        || topics.topics(ofNote: note).contains { topics[$0].isDefined(in: self) }
    }
  }
}

extension Topic {
  /// Whether its note says what it is: it is one of the kinds that are things, a topic of an outline with words beside it,
  /// or its first sentence is a definition.
  package func isDefined(in index: SiteIndex) -> Bool {
    guard !isStub, definition.utf8.count >= 12 else { return false }
    if index.addresses[note].isHome, isPage { return false }
    switch kind {
    case .concept, .instruction, .object, .command, .field: return true
    case .guide, .note, .rule: return false
    case nil:
      return !isPage || index.notes[note].part != nil
        || DefinitionSentence(definition, of: [name] + aliases) != nil
    }
  }
}
