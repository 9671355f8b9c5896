import Notes
import Pages
import Study

extension Deck {
  /// The cards of a site, with what is known of it.
  static func read(
    _ project: Project, withDrafts: Bool, jobs: Int, links: CardLinks.Style = .site
  ) async throws -> (deck: Deck, knowledge: KnowledgeBase) {
    let store = try BodyStore()
    let read = try await ReadSite.read(project, jobs: jobs, into: store, checkingSnippets: .none)
    let knowledge = try await KnowledgeBase.connect(read, in: store, project, withDrafts: withDrafts, jobs: jobs)
    let texts = read.publishedTexts(withDrafts: withDrafts)
    let written = knowledge.notes.indices.map { note in
      texts[note].cards(of: knowledge.notes[note], in: store)
    }
    return (Deck(knowledge, texts: written, links: links), knowledge)
  }
}

extension ReadSite.Text {
  /// What the note with this text writes of cards: its body is read only if it has some.
  func cards(of note: Note, in store: BodyStore) -> [WrittenText] {
    note.cards.isEmpty ? [] : WrittenText.all(in: body(in: store))
  }
}

extension Site {
  /// What a build writes for those who study a deck.
  func studyFiles(of deck: Deck) -> [OutputFile] {
    let topics = deck.topics.map { topic in
      StudyTopic(
        name: topic.name, file: topic.url,
        cards: topic.cards.map { (front: deck.cards[$0].front, back: deck.cards[$0].back) })
    }
    return studyFiles(cards: deck.json, topics: topics)
  }
}
