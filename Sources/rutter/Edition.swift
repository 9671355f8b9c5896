import Markdown
import Notes
import Pages
import Source
import Study

/// A site with its texts: whatever is published of it can be made at any time and in any order.
struct Edition: Sendable {
  var site: Site
  /// In the order of the site's notes.
  var texts: [ReadSite.Text]
  let store: BodyStore
  /// The content folder, where the files lie that are published as they are.
  let content: String

  /// All notes in one file.
  static let fullTextFile = "llms-full.txt"
  /// How the topics are connected.
  static let graphFile = "graph.json"
  /// Whether a file of the site's own is in the place of the graph.
  var hasOwnGraph: Bool { site.knowledge.index.assets.contains { $0.path == Self.graphFile } }

  /// The body of a note, with marks where it names topics.
  func body(_ note: Int) -> Body {
    texts[note].body(in: store).marking(site.knowledge.mentions[note])
  }

  /// What a note writes of cards.
  func cards(_ note: Int) -> [WrittenText] {
    texts[note].cards(of: site.knowledge.notes[note], in: store)
  }

  /// What those read who study.
  ///
  /// - Parameter texts: What each note writes of cards.
  func studyFiles(_ texts: [[WrittenText]]) -> [OutputFile] {
    guard site.isStudied else { return [] }
    let deck = Deck(site.knowledge, texts: texts, links: .site)
    return deck.cards.isEmpty && !site.hasStudyPage ? [] : site.studyFiles(of: deck)
  }

  /// A page as HTML.
  func page(_ page: Page, body: (Int) -> Body) -> [UInt8] {
    var output = ByteWriter(capacity: 1 << 15)
    site.render(page, into: &output, body: body)
    return output.finish()
  }

  /// The `.md` twin of a note's page.
  func markdown(_ note: Int) -> [UInt8] {
    var output = ByteWriter(capacity: 1 << 14)
    site.markdown(of: note, store.bytes(texts[note].markdown), into: &output)
    return output.finish()
  }

  /// A file that is published as it is.
  func asset(_ path: String) throws(Failure) -> [UInt8] {
    try FileReader.read(Project.join(content, path))
  }

  /// All notes in one text, a piece at a time.
  func fullText(_ take: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
    var output = ByteWriter(capacity: 1 << 20)
    for note in site.knowledge.notes.indices {
      site.fullText(of: note, store.bytes(texts[note].markdown), into: &output)
      guard output.count > 1 << 19 else { continue }
      try take(output.bytes)
      output.removeAll()
    }
    try take(output.finish())
  }

  /// How the topics are connected, a piece at a time.
  func graph(_ take: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
    try GraphJSON.write(site.knowledge) { piece throws(Failure) in try take(piece) }
  }
}
