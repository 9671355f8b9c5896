import Foundation
import Notes
import Source
import Testing

@testable import Pages

@Suite("The page to study at, and what browsers keep")
struct StudyPageTests {
  private static let notes: KeyValuePairs<String, String> = [
    "a.md": "---\nkind: concept\n---\n# Rope\n\nA rope is a line that carries something.",
    "b.md": "# B\n\nSee [it](/study/).",
  ]

  private static func files(_ site: Site, cards: Int = 1) -> [String: String] {
    let topic = StudyTopic(
      name: "Rope & line", file: "a/index.html",
      cards: Array(repeating: (front: Array("<b>Rope</b>".utf8), back: Array("A line".utf8)), count: cards))
    let files = site.studyFiles(cards: Array("{}".utf8), topics: [topic])
    return Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes[...].string) })
  }

  @Test func `lists all cards by topic`() throws {
    let site = try RenderedSite(Self.notes).site
    let page = try #require(Self.files(site)["study/index.html"])
    #expect(page.contains("<h2><a href=\"../a/index.html\">Rope &amp; line</a> <small>1</small></h2>"))
    #expect(page.contains("<div><b>Rope</b></div>\n<details><summary>Answer</summary>\n<div>A line</div>"))
    #expect(page.contains("<script src=\"../assets/study."))
    #expect(site.files().contains { $0.path.hasPrefix("assets/study.") })
  }

  @Test func `names topics only where there are very many cards`() throws {
    let page = try #require(Self.files(try RenderedSite(Self.notes).site, cards: 2_001)["study/index.html"])
    #expect(page.contains("<small>2001</small>") && !page.contains("<summary>Answer"))
  }

  @Test func `is linked from every page, and by notes`() throws {
    let site = try RenderedSite(Self.notes)
    #expect(site.file("b/index.html")?.contains("<a class=\"study\" href=\"../study/index.html\"") == true)
    #expect(site.file("b/index.html")?.contains("See <a href=\"../study/index.html\">it</a>") == true)
    #expect(site.file("sitemap.xml")?.contains("<loc>/study/</loc>") == true)
  }

  @Test(arguments: [
    ["a.md": "# A\n\nNothing to ask."],
    ["a.md": "---\nkind: concept\ncards: false\n---\n# A\n\nA thing that has no cards."],
    ["a.md": "---\nkind: concept\n---\n# A\n\nA thing that could be asked.", "study.md": "# My own"],
    ["a.md": "---\ncards: written\nkind: concept\n---\n# A\n\nA thing that is not asked."],
  ])
  func `is not there without cards, or where a note has its place`(notes: [String: String]) throws {
    let site = try RenderedSite(notes.map { ($0.key, $0.value) })
    #expect(!site.site.hasStudyPage)
    #expect(Self.files(site.site)["study/index.html"] == nil)
    #expect(site.file("a/index.html")?.contains("class=\"study\"") == false)
    #expect(!site.site.files().contains { $0.path.hasPrefix("assets/study.") })
  }

  @Test func `a worker names what it keeps, and changes only with that`() throws {
    func worker(_ settings: String = "", _ more: [OutputFile]) throws -> String? {
      let site = try RenderedSite(Self.notes, settings: "title: Knots\n" + settings).site
      return site.serviceWorker(keeping: site.files() + more).first?.bytes[...].string
    }
    let cards = OutputFile(path: "study/cards-01234567.json", bytes: [1])
    let first = try #require(try worker("", [cards]))
    #expect(first.contains("[\"\",\"map/\",\"assets/charts."))
    #expect(first.contains("\"study/cards-01234567.json\"]") && !first.contains("@"))
    #expect(try worker("", [cards, OutputFile(path: "study/cards-01234567.json.js", bytes: [2])]) == first)
    #expect(try worker("", [OutputFile(path: cards.path, bytes: [2])]) != first)
    let search = OutputFile(path: "search/search.js", bytes: [3])
    let withSearch = try #require(try worker("", [cards, search]))
    #expect(withSearch != first && !withSearch.contains("\"search/search.js\""))
    let large = OutputFile(path: cards.path, bytes: Array(repeating: 1, count: 2 << 20))
    #expect(try worker("", [large])?.contains("\"study/cards-") == false)
    #expect(try worker("offline: false", [cards]) == nil)
  }

  @Test func `pages say where the worker is, unless it is not wanted`() throws {
    #expect(try RenderedSite(Self.notes).file("b/index.html")?.contains("data-worker=\"../sw.js\"") == true)
    let without = try RenderedSite(Self.notes, settings: "offline: false")
    #expect(without.file("b/index.html")?.contains("data-worker") == false)
    let own = try RenderedSite(Self.notes.map { ($0.key, $0.value) }, assets: [Asset(path: "sw.js")])
    #expect(own.file("b/index.html")?.contains("data-worker") == false)
  }
}
