import Pages
import Source

private let link = Shape("link", [.text("title"), .flag("current"), .list("children", named: "link")])
private let page = Shape(
  "page",
  [
    .text("title"), .html("body"), .flag("draft"), .number("words"), .record("next", link), .list("links", link),
    .texts("tags"), .choice("layout", among: ["a", "b"]),
  ])

private let leaf = Record([.text("leaf"), .flag(true), .list([])])
private let branch = Record([.text("branch"), .flag(false), .list([leaf, leaf])])
private let record = Record([
  .text("<title>"), .html(Array("<p>body".utf8)), .flag(true), .number(7), .record(branch), .list([branch, leaf]),
  .texts(["x", "y"]), .text("a"),
])

/// A page and its two partials, apart by a NUL: each problem has a place in its file, or the page renders, twice the
/// same.
func templatesAreRefusedOrRender(_ bytes: [UInt8]) {
  let files = bytes.split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false).map(Array.init)
  let names = Array(["page", "a", "b"].prefix(files.count))
  let sources = Dictionary(
    uniqueKeysWithValues: zip(names, files).map { ($0, SourceText(path: $0, bytes: $1)) })
  do {
    let templates = try TemplateSet(sources, pages: ["page": page])
    var first = ByteWriter()
    var second = ByteWriter()
    templates.render("page", record, into: &first)
    templates.render("page", record, into: &second)
    hold(first.bytes == second.bytes, "two renderings differ")
  } catch {
    hold(!error.diagnostics.isEmpty, "refused without a problem")
    for problem in error.diagnostics {
      let count = sources[problem.place.path]?.bytes.count ?? -1
      hold(problem.place.range.end <= count, "a place outside of its file: \(problem)")
    }
  }
}
