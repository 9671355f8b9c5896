import Foundation
import Markdown
import Notes
import Search
import Source

@testable import Pages

/// A site in memory, ready to be rendered page by page.
struct RenderedSite {
  let site: Site
  private let bodies: [Body]

  /// The site of `notes`, path and text each.
  init(
    _ notes: KeyValuePairs<String, String>, assets: [Asset] = [], settings: String = "title: Knots",
    withDrafts: Bool = true
  ) throws {
    try self.init(notes.map { ($0.key, $0.value) }, assets: assets, settings: settings, withDrafts: withDrafts)
  }

  /// The site of `notes`, path and text each.
  init(
    _ notes: [(String, String)], assets: [Asset] = [], settings: String = "title: Knots", withDrafts: Bool = true
  ) throws {
    let (settings, _) = Settings.read(SourceText(path: "site.yaml", bytes: Array(settings.utf8)))
    let reader = NoteReader(settings: settings, code: { CodeFigure.write($0, $1, to: &$2, leaving: &$3) })
    let readings = notes.sorted { $0.0 < $1.0 }.flatMap { path, text in
      reader.read(SourceText(path: path, bytes: Array(text.utf8)), at: ContentPath(path))
    }
    let index = SiteIndex(readings.map(\.note), assets: assets, title: settings.title, withDrafts: withDrafts)
    let bodies = readings.filter { withDrafts || !$0.note.isDraft }.map(\.body)
    let knowledge = KnowledgeBase(index, bodies: bodies)
    site = Site(
      knowledge, settings: settings, theme: try Theme(), generator: "Rutter 1.2.3",
      citations: Citations(knowledge, bodies: bodies))
    self.bodies = zip(bodies, knowledge.mentions).map { $0.marking($1) }
  }

  /// The file at a path below the output folder, rendered; nothing where the site has none.
  func file(_ path: String) -> String? {
    if let page = site.pages.first(where: { site.file(of: $0) == path }) {
      var output = ByteWriter()
      site.render(page, into: &output) { bodies[$0] }
      return String(decoding: output.finish(), as: UTF8.self)
    }
    return site.files().first { $0.path == path }.map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  /// What a search knows of the pages, by their addresses.
  var searchDocuments: [String: SearchDocument] {
    let texts = bodies.indices.map { PageText(bodies[$0], of: $0, in: site.knowledge) }
    return Dictionary(site.searchDocuments(texts).map { ($0.path, $0) }) { first, _ in first }
  }

  /// What stands in a page between two marks.
  func part(_ path: String, from start: String, to end: String) -> String? {
    guard let text = file(path), let from = text.range(of: start) else { return nil }
    let rest = text[from.upperBound...]
    return rest.range(of: end).map { String(rest[..<$0.lowerBound]) }
  }

  /// The text of a note's page, without the frame.
  func text(_ path: String) -> String {
    part(path, from: "<div class=\"text\">\n", to: "</div>\n")
      ?? part(path, from: "<div class=\"text defined\">\n", to: "</div>\n") ?? ""
  }
}
