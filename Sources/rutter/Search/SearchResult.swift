import Search
import Source

/// A page that was found, as it is told.
struct SearchResult {
  /// A heading of the page.
  struct Section {
    let text: String
    let anchor: String
  }

  /// Its address below the site's, such as `docker/volume/`; empty for the home page.
  let path: String
  let title: String
  /// The section that fits, if one does.
  let section: Section?
  let kind: String
  /// The field that it belongs to; empty for none.
  let domain: String
  let score: Double
  /// Words of it, and where in them what was looked for stands.
  let text: [UInt8]
  let marks: [Range<Int>]

  /// What is told of a hit in an index.
  init(_ hit: SearchHit, of answer: SearchAnswer, in index: BuiltIndex) {
    let names = index.engine.names
    let definition = names.definition(of: hit.page).map { names.spelled($0).bytes } ?? []
    let found = hit.needsText || definition.isEmpty ? index.excerpt(of: hit.page, for: answer.words) : nil
    let excerpt = found ?? Excerpt(whole: definition, for: answer.words)
    path = String(decoding: names.path(of: hit.page), as: UTF8.self)
    title = Self.text(names.title(of: hit.page), names)
    section = (hit.section ?? names.section(called: excerpt.heading, on: hit.page)).map {
      Section(
        text: Self.text(names.heading(of: $0), names), anchor: String(decoding: names.anchor(of: $0), as: UTF8.self))
    }
    kind = String(decoding: names.kinds[names.kind(of: hit.page)], as: UTF8.self)
    domain = String(decoding: names.domains[names.domain(of: hit.page)], as: UTF8.self)
    score = Double(hit.score)
    (text, marks) = (excerpt.text, excerpt.marks)
  }

  /// What the page is called: its address without the last slash; the home page is `/`.
  var page: String { Self.page(path) }

  /// What a page at an address is called.
  static func page(_ path: String) -> String {
    path.isEmpty ? "/" : path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  /// Where the place that was found is, seen from the root of the site.
  var url: String { path + (section.map { "#" + $0.anchor } ?? "") }

  private static func text(_ text: Int, _ names: NamesFile) -> String {
    String(decoding: names.spelled(text).bytes, as: UTF8.self)
  }
}
