import Markdown
import Notes
import Source

@testable import Study

/// A site in memory, and the cards of it.
struct StudySite {
  let knowledge: KnowledgeBase
  let deck: Deck

  /// The site of `notes`, path and text each.
  init(_ notes: [(String, String)], assets: [String] = [], links: CardLinks.Style = .site) {
    let reader = NoteReader(settings: Settings()) { _, code, output, _ in output.append(escaping: code) }
    let read = notes.sorted { $0.0 < $1.0 }.flatMap { path, text in
      reader.read(SourceText(path: path, bytes: Array(text.utf8)), at: ContentPath(path))
    }
    let index = SiteIndex(
      read.map(\.note), assets: assets.map { Asset(path: $0) }, title: "Site", withDrafts: false)
    knowledge = KnowledgeBase(index, bodies: read.map(\.body))
    deck = Deck(knowledge, texts: read.map { WrittenText.all(in: $0.body) }, links: links)
  }

  init(_ notes: KeyValuePairs<String, String>, assets: [String] = [], links: CardLinks.Style = .site) {
    self.init(notes.map { ($0.key, $0.value) }, assets: assets, links: links)
  }

  /// The cards as `id: front | back`.
  var cards: [String] { deck.cards.map { "\($0.id): \($0.front[...].string) | \($0.back[...].string)" } }
}
