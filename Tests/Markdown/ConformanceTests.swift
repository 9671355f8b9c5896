import Foundation
import Source
import TestSupport
import Testing

@testable import Markdown

private struct Example: Decodable {
  let example: Int
  let section: String
  let `extension`: String?
  let markdown: String
  let html: String
}

/// The examples of GitHub's dialect. Those of the tag filter are left out: raw HTML goes through the sanitiser here.
@Suite(.needsShared) struct ConformanceTests {
  private static let leftOut = ["Disallowed Raw HTML (extension)", "HTML tag filter"]

  @Test func `the examples of GitHub's dialect come out as they should`() throws {
    let examples = try examples().filter {
      !Self.leftOut.contains($0.section) && $0.html != "<IGNORE>\n"
    }
    #expect(examples.count == 49)
    for example in examples {
      let html = HTMLWriter.plain(Document(parsing: SourceText(path: "a.md", bytes: Array(example.markdown.utf8))))
      #expect(
        normalized(html) == normalized(Array(example.html.utf8)),
        "Example \(example.example), \(example.section): \(example.markdown)")
    }
  }

  private func examples() throws -> [Example] {
    try Shared.lines("corpus/commonmark/gfm.jsonl").map { try JSONDecoder().decode(Example.self, from: Data($0.utf8)) }
  }

  /// HTML in one spelling: attributes in order, references resolved, no slashes in void tags.
  private func normalized(_ html: [UInt8]) -> String {
    var tokenizer = HTMLTokenizer(html[...])
    var result = ""
    while let token = tokenizer.next() {
      switch token {
      case .text(let text): result += String(decoding: HTMLTokenizer.withoutReferences(text), as: UTF8.self)
      case .endTag(let name): result += "</\(name)>"
      case .startTag(let tag):
        let attributes = tag.attributes.map {
          " \($0.name)=\"\(String(decoding: HTMLTokenizer.withoutReferences($0.value), as: UTF8.self))\""
        }
        result += "<\(tag.name)\(attributes.sorted().joined())>"
      }
    }
    return result
  }
}
