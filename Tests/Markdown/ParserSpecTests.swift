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
}
