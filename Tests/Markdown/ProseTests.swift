import Source
import TestSupport
import Testing

@testable import Markdown

@Suite("Prose of a page")
struct ProseTests {
  @Test(
    "is running text",
    arguments: [
      ("A *volume* keeps data.", ["A ", "volume", " keeps data."]),
      ("# Volume\n\nIt keeps `data` for [a container](container.md) or [[Pod]].", ["It keeps ", " for ", " or ", "."]),
      ("one\n  two", ["one", "two"]),
      ("a & b < c", ["a ", " b ", " c"]),
      ("a \\* b &amp; c &eacute;t", ["a ", " b ", " c ", "t"]),
      // A NUL becomes a character of three bytes, which begins as the one before it does.
      ("a \u{FFFD}\0 b", ["a "]),
      ("x <a href=\"y\">volume</a> z", ["x ", " z"]),
      ("> [!NOTE] A title\n> The text", ["The text"]),
      ("| Head |\n|---|\n| cell |", ["cell"]),
    ])
  func runs(_ text: String, _ expected: [String]) {
    let body = Self.body(text)
    #expect(body.prose.map { String(decoding: body.html[$0.range], as: UTF8.self) } == expected)
    Self.expectAlike(body, text)
  }

  @Test("stands in the file as in the page", .needsShared)
  func real() throws {
    for page in [
      "concepts/storage/volumes", "concepts/storage/persistent-volumes", "reference/labels-annotations-taints",
      "concepts/workloads/pods",
    ] {
      let text = try Shared.text("bench/linking/docs/\(page).md")
      Self.expectAlike(Self.body(text), text)
    }
  }

  private static func body(_ text: String) -> Body {
    let source = SourceText(path: "a.md", bytes: Array("---\nx: y\n---\n".utf8) + Array(text.utf8))
    let document = Document(parsing: source.fragment(SourceRange(13, source.bytes.count)))
    return HTMLWriter.body(of: document, style: .page)
  }

  private static func expectAlike(_ body: Body, _ text: String) {
    let file = Array("---\nx: y\n---\n".utf8) + Array(text.utf8)
    var last = 0
    for run in body.prose {
      #expect(run.range.lowerBound >= last)
      last = run.range.upperBound
      #expect(body.html[run.range] == file[run.source..<run.source + run.range.count])
    }
  }
}
