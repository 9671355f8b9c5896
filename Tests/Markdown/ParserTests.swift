import Source
import TestSupport
import Testing

@testable import Markdown

@Suite("A parsed note")
struct ParserTests {
  @Test func collectsItsHeadingsLinksAndFences() {
    let text = MarkedText(
      "# A *b* &amp; `c`\n\n> - see [1️⃣the page](2️⃣x.md3️⃣ \"T\")4️⃣\n>   ~~~yaml name=web\n>   5️⃣a: 1\n>   ~~~\n")
    let document = Document(parsing: text.source())
    #expect(document.headings.map(\.text) == ["A b & c"])
    #expect(document.headings.map(\.id) == ["a-b--c"])
    #expect(document.links.map(\.destination) == ["x.md"])
    #expect(document.links.map(\.title) == ["T"])
    #expect(document.links.map(\.target) == [text.range(2, 3)])
    #expect(document.links.map(\.range) == [SourceRange(text[1] - 1, text[4])])
    #expect(document.fences.map(\.info.language) == ["yaml"])
    #expect(document.fences.map(\.content.bytes) == [Array("a: 1\n".utf8)])
    #expect(document.fences.first?.content.place(SourceRange(0, 1)).range.start == text[5])
  }
}
