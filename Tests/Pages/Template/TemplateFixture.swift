import Pages
import Source
import TestSupport

/// A page model with every kind of value, for tests.
enum TemplateFixture {
  static let link = Shape("link", [.text("title"), .text("href"), .flag("current"), .list("children", named: "link")])

  static let page = Shape(
    "page",
    [
      .text("title"), .html("body"), .flag("draft"), .number("words"), .record("next", link), .list("links", link),
      .texts("tags"), .choice("layout", among: ["wide", "narrow"]),
    ])

  static func link(_ title: String, _ children: [Record] = [], current: Bool = false) -> Record {
    Record([.text(title), .text("/\(title)/"), .flag(current), .list(children)])
  }

  static let record = Record([
    .text("Pods & <nodes>"), .html(Array("<p>body</p>".utf8)), .flag(true), .number(-42), .record(link("next")),
    .list([link("a", [link("b", [link("c")])], current: true), link("d")]), .texts(["x", "y&z"]), .text("narrow"),
  ])

  static let empty = Record([.text(""), .html([]), .flag(false), .absent, .absent, .list([]), .texts([]), .absent])

  /// The set of a page called `page` with its partials.
  static func templates(_ page: String, _ others: [String: String] = [:]) throws(TemplateProblems) -> TemplateSet {
    var sources = others
    sources["page"] = page
    return try TemplateSet(
      Dictionary(uniqueKeysWithValues: sources.map { ($0, SourceText(path: $0 + ".mustache", bytes: Array($1.utf8))) }),
      pages: ["page": Self.page])
  }

  static func render(
    _ page: String, _ others: [String: String] = [:], _ record: Record = record
  ) throws(TemplateProblems) -> String {
    var output = ByteWriter()
    try templates(page, others).render("page", record, into: &output)
    return String(decoding: output.bytes, as: UTF8.self)
  }

  /// What is wrong, as `file:start-end rule: message`.
  static func problems(_ page: String, _ others: [String: String] = [:]) -> [String] {
    do {
      _ = try templates(page, others)
      return []
    } catch {
      return error.diagnostics.map { problem in
        let range = problem.place.range
        return "\(problem.place.path):\(range.start)-\(range.end) \(problem.rule.id.name): \(problem.message)"
      }
    }
  }
}
