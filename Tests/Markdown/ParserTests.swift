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

  @Test(arguments: [
    // Traps of libcmark's own places, each with the code span to be found.
    ("> a\n   `b`", "`b`"), ("> - a\nb `c`", "`c`"), ("1. 1. a\\\n\t`b`", "`b`"), ("[r]: /u\n`a`", "`a`"),
    ("[r]: /u\n'a\nb'\n`c`\n===", "`c`"), ("[a](/b\n'c\nd') `e`", "`e`"), ("[a](/b\n\"c\") d\n`e`", "`e`"),
    ("***a** b* `c`", "`c`"), ("&nbsp;\\* &NotEqualTilde; `a`", "`a`"), ("- > a\n  > `b\n c`", "`b\n c`"),
    ("\u{FEFF}a `b`", "`b`"), ("\0 `a`", "`a`"), ("a\r\n  `b`\r\n", "`b`"), ("a\r`b`", "`b`"),
    ("# #\n## `a` ##", "`a`"),
    ("<i\na='`'> `b`", "`b`"), ("![a `b`][c]\n\n[c]: /d", "`b`"), ("[a][b\nc] `d`\n\n[b c]: /e", "`d`"),
  ])
  func inlinePlacesAreExact(text: String, code: String) {
    let document = Document(text)
    #expect(document.nodes.filter { $0.kind == .code }.map { document.written($0.range) } == [code])
    #expect(PlaceCheck(text).faults == [])
  }

  @Test func everyLineOfAFenceStandsWhereItWasWritten() {
    let note =
      "> 1. x\n>\n>    ```\n>    first\n>      second\n>\n>    third\n>    ```\n\n\t- y\n\n- ~~~\n\tin\n  ~~~\n\n```\ntop\n\n  end"
    for text in [note, note.replacing("\n", with: "\r\n"), note.replacing("\n", with: "\r")] {
      let document = Document(text)
      #expect(document.fences.count == 3)
      for fence in document.fences {
        var start = 0
        for line in fence.content.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
          .dropLast()
        {
          let place = fence.content.place(SourceRange(start, start + line.count)).range
          let written = document.written(place)
          #expect(written.hasSuffix(String(decoding: line, as: UTF8.self).drop { $0 == " " }), "\(written)")
          start += line.count + 1
        }
      }
    }
  }
}
