import Foundation
import Source
import TestSupport
import Testing

@testable import Markdown

private struct Example: Decodable {
  let example: Int
  let section: String
  let markdown: String
  let html: String
  let `extension`: String?
}

@Suite("The specifications' examples")
struct ParserSpecTests {
  private func examples(_ file: String) throws -> [Example] {
    try Shared.lines(file).map { try JSONDecoder().decode(Example.self, from: Data($0.utf8)) }
  }

  private func html(_ markdown: String, _ dialect: Dialect) -> String {
    let source = SourceText(path: "note.md", bytes: Array(markdown.utf8))
    let document = Document(parsing: source, dialect: dialect)
    return String(decoding: HTMLWriter.plain(document), as: UTF8.self)
  }

  @Test(.needsShared) func allOfCommonMark() throws {
    for example in try examples("corpus/commonmark/spec-0.30.jsonl") {
      #expect(html(example.markdown, .commonMark) == example.html, "Example \(example.example), \(example.section)")
    }
  }

  /// Where GFM's examples differ from ours in more than their writers: the section and the reason.
  private static let different = [
    "Disallowed Raw HTML (extension)": "raw HTML is the sanitiser's",
    "HTML tag filter": "raw HTML is the sanitiser's",
    "Footnotes": "footnotes are written in our own form",
  ]

  @Test(.needsShared) func allOfGitHub() throws {
    var count = 0
    for example in try examples("corpus/commonmark/gfm.jsonl") where Self.different[example.section] == nil {
      guard example.html != "<IGNORE>\n" else { continue }
      count += 1
      #expect(
        normalised(html(example.markdown, .notes)) == normalised(example.html),
        "Example \(example.example), \(example.section): \(example.markdown)")
    }
    #expect(count > 30)
  }

  /// HTML in which differences that a browser does not see are gone.
  private func normalised(_ html: String) -> String {
    html.replacing(" />", with: ">")
      .replacing(/<input [^>]*>/) { $0.output.contains("checked") ? "<input checked>" : "<input>" }
      .replacing("<tbody></tbody>", with: "")
      .replacing(/>\s+</, with: "><")
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
