import Source
import Testing

@testable import Markdown

/// How often a piece stands in a hostile text.
private let many = 10_000

private func times(_ text: String, _ count: Int = many) -> String {
  String(repeating: text, count: count)
}

@Suite("Hostile input")
struct ParserHostileTests {
  @Test(arguments: [
    times(">") + " a", times("> ") + "a\n" + times("b\n"), times("- ") + "a", times("* ", 1000) + times("\na"),
    times("[") + "a" + times("]"), times("[[") + times("]]"), times("[[a|*b* ") + times("]]"), times("![[]()"),
    times("*a **b ") + times("c** d*"), times("~a ~~b ") + times("c~~ d~"), times("==a ") + times("b=="),
    times("`a``b"), times("\\*"), times("&amp;"), times("&"), times("www.") + times("(www."),
    times("http://a.b/(") + times(")"),
    times("a@b.c."), times("a@"), times("[^a]") + times("[^b"), times("[^a]: b\n"), times("a[^1]\n\n[^1]: b\n", 1000),
    times("|a") + "|\n" + times("|-") + "|\n" + times("b\n"), times("|-|\n"), times("a\n|-|-|\n"), times("a\n: b\n"),
    times("a\n\n: b\n\n"), times("a\n") + ": b", times("[a]: b\n") + "c\n: d", "a\n: " + times("- ") + "b",
    times("# a {#b}\n"), "# " + times("{#a ") + "}", times("> [!a]\n"), times("> ") + "[!a]",
    times("```a tab=b\n```\n"),
    times("\0*a* "), times("a\r"), times("a\r\n"), times("\t") + "a", times("<i>"), times("<div>\n\n"), times("a\\\n"),
  ])
  func isParsedWithPlaces(text: String) {
    let check = PlaceCheck(text)
    #expect(check.faults.prefix(3) == [])
    #expect(check.document.nodes.count <= text.utf8.count * 2 + 16)
  }

  @Test(arguments: [
    [], [0], [0xFF], [0xC3], [0xEF, 0xBB, 0xBF], [0xEF, 0xBB, 0xBF, 0x23, 0x20, 0x61],
    [0x2A, 0xFF, 0x2A, 0x0A, 0xE2, 0x82],
    [0x5B, 0x5B, 0xFF, 0x5D, 0x5D], [0x7E, 0xF0, 0x7E],
  ])
  func isParsedWhateverItsBytes(bytes: [UInt8]) {
    let document = Document(parsing: SourceText(path: "note.md", bytes: bytes))
    #expect(document.nodes.first?.range.end == bytes.count)
  }

  @Test func aZeroByteIsShownAsTheReplacementCharacter() {
    let document = Document("a\0*b* `c\0d` [e](f\0)")
    #expect(document.outline == "paragraph('a\u{FFFD}' emphasis('b') ' ' code=c\u{FFFD}d ' ' link=f\u{FFFD}('e'))")
    #expect(document.links.first?.destination == "f\u{FFFD}")
  }

  @Test func aByteOrderMarkIsNoText() {
    let document = Document("\u{FEFF}# a")
    #expect(document.headings.map { document.written($0.range) } == ["# a"])
  }

  @Test func parsingOnSeveralThreadsGivesTheSame() async {
    let text = times("a *b* [c](d)\n\n| e |\n|---|\n\n[^1]\n\n[^1]: f\n\n", 50)
    let expected = Document(text).outline
    await withTaskGroup(of: String.self) { group in
      for _ in 0..<8 { group.addTask { Document(text).outline } }
      for await outline in group { #expect(outline == expected) }
    }
  }
}
