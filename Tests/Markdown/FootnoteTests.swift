import Source
import Testing

@testable import Markdown

@Suite("Footnotes and definition lists")
struct FootnoteTests {
  @Test(arguments: [
    ("a[^1]\n\n[^1]: word", "paragraph('a' footnoteReference=1) footnotes(footnote=1(paragraph('word')))"),
    (
      "[^b]: B *c*\nd\n\na[^b]",
      "paragraph('a' footnoteReference=b) footnotes(footnote=b(paragraph('B ' emphasis('c') softBreak 'd')))"
    ),
    (
      "a[^1]\n\n[^1]: b\n\n    c\n\n    - d\n\ne",
      "paragraph('a' footnoteReference=1) paragraph('e') footnotes(footnote=1(paragraph('b') paragraph('c') list(item(paragraph('d')))))"
    ),
    (
      "a[^1]\n\n[^1]:\n    ```\n    b\n    ```",
      "paragraph('a' footnoteReference=1) footnotes(footnote=1(codeBlock=b\n))"
    ),
    (
      "[^1][^2][^1]\n\n[^1]: a[^3]\n[^2]: b\n[^3]: c",
      "paragraph(footnoteReference=1 footnoteReference=2 footnoteReference=1) footnotes(footnote=1(paragraph('a' footnoteReference=3)) footnote=2(paragraph('b')) footnote=3(paragraph('c')))"
    ),
    (
      "> a[^1]\n>\n> [^1]: b\n>     c\n\nd",
      "blockQuote(paragraph('a' footnoteReference=1)) paragraph('d') footnotes(footnote=1(paragraph('b' softBreak 'c')))"
    ),
    (
      "a[^1]\n\n[^1]: [b] |\n\n[b]: /c",
      "paragraph('a' footnoteReference=1) footnotes(footnote=1(paragraph(link=/c('b') ' |')))"
    ),
    (
      "a[^1]\n\n[^1]: x\n\n    | b |\n    |---|",
      "paragraph('a' footnoteReference=1) footnotes(footnote=1(paragraph('x') table(tableRow(tableCell('b')))))"
    ),
    ("a[^X]\n\n[^x]: b", "paragraph('a' footnoteReference=X) footnotes(footnote=x(paragraph('b')))"),
    ("`[^1]` \\[^1] [[^1](c)\n\n[^1]: b", "paragraph(code=[^1] ' [^1] [' link=c('^1'))"),
    ("```\n[^1]: a\n```\n\n    [^1]: b", "codeBlock=[^1]: a\n codeBlock=[^1]: b\n"),
    (
      "| a[^1] |\n|---|\n\n[^1]: b",
      "table(tableRow(tableCell('a' footnoteReference=1))) footnotes(footnote=1(paragraph('b')))"
    ),
    ("a[^1] [^a-z]", "paragraph('a[^1] [^a-z]')"),
  ])
  func footnotes(text: String, outline: String) {
    #expect(Document(text).outline == outline)
  }

  @Test func footnotesAreNumberedByFirstReference() {
    let document = Document("[^b] [^a]\n\n[^a]: 1\n\n[^b]: 2")
    #expect(document.nodes.filter { $0.kind == .footnoteReference }.map(\.number) == [1, 2])
    #expect(document.nodes.filter { $0.kind == .footnote }.map { document.string($0.text) } == ["b", "a"])
    #expect(document.nodes.filter { $0.kind == .footnote }.map(\.number) == [1, 2])
  }

  @Test func missingAndUnusedFootnotesAreProblems() {
    let document = Document("[^a] [^b]\n\n[^a]: 1\n[^c]: 2")
    let problems = document.problems.map { problem in
      switch problem.kind {
      case .undefinedFootnote(let label): "undefined \(label) \(document.written(problem.range))"
      case .unusedFootnote(let label): "unused \(label) \(document.written(problem.range))"
      default: "other"
      }
    }
    #expect(problems == ["undefined b [^b]", "unused c [^c]"])
  }

  @Test(arguments: [
    ("T\n: d", "definitionList(definitionTerm('T') definitionDetails(paragraph('d')))"),
    (
      "*T*\nU\n: d\n: e\n  f",
      "definitionList(definitionTerm(emphasis('T')) definitionTerm('U') definitionDetails(paragraph('d')) definitionDetails(paragraph('e' softBreak 'f')))"
    ),
    (
      "T\n\n: d\n\nU\n:   e",
      "definitionList(definitionTerm('T') definitionDetails(paragraph('d')) definitionTerm('U') definitionDetails(paragraph('e')))"
    ),
    (
      "T\n: d\n\nU\n: e\n\n| f |\n|---|",
      "definitionList(definitionTerm('T') definitionDetails(paragraph('d')) definitionTerm('U') definitionDetails(paragraph('e'))) table(tableRow(tableCell('f')))"
    ),
    (
      "T\n: d\n\n  e\n\n  - f\n\n      g\n\nh",
      "definitionList(definitionTerm('T') definitionDetails(paragraph('d') paragraph('e') list(item(paragraph('f') paragraph('g'))))) paragraph('h')"
    ),
    (
      "T\n:   d\n\n    ```sh\n    e\n    ```\n    [r]\n\n[r]: /u",
      "definitionList(definitionTerm('T') definitionDetails(paragraph('d') codeBlock=e\n|sh paragraph(link=/u('r'))))"
    ),
    (
      "- T\n  : d\n- a",
      "list(item(definitionList(definitionTerm('T') definitionDetails(paragraph('d')))) item(paragraph('a')))"
    ),
    (
      "T\n: U\n  : d",
      "definitionList(definitionTerm('T') definitionDetails(definitionList(definitionTerm('U') definitionDetails(paragraph('d')))))"
    ),
    (": a", "paragraph(': a')"),
    ("T\n:d", "paragraph('T' softBreak ':d')"),
    ("# T\n: d", "heading('T') paragraph(': d')"),
    ("T\n\\: d", "paragraph('T' softBreak ': d')"),
  ])
  func definitionLists(text: String, outline: String) {
    #expect(Document(text).outline == outline)
  }

  @Test func definitionsWithoutBlankLinesAreTight() {
    #expect(Document("T\n: d").nodes[1].flags == .tight)
    #expect(Document("T\n\n: d").nodes[1].flags == [])
    #expect(Document("T\n: d\n\n  e").nodes[1].flags == [])
    #expect(Document("T\n: d\n\nU\n: e").nodes[1].flags == .tight)
  }

  @Test func partsThatAreParsedApartKnowTheirPlaces() {
    let document = Document(
      "> a[^1]\n>\n> [^1]: see [b](1)\n>\n>     ~~~ sh\n>     x\n>     ~~~\n>\n> T *u*\n> : d `e`\n>   [f](2)\n")
    #expect(document.links.map { document.written($0.range) } == ["[f](2)", "[b](1)"])
    #expect(document.links.map { document.written($0.target) } == ["2", "1"])
    #expect(document.fences.map { document.written($0.content.place(SourceRange(0, 1)).range) } == ["x"])
    #expect(document.nodes.filter { $0.kind == .code }.map { document.written($0.range) } == ["`e`"])
    #expect(document.nodes.filter { $0.kind == .emphasis }.map { document.written($0.range) } == ["*u*"])
    #expect(
      document.nodes.filter { $0.kind == .codeBlock }.map { document.written($0.range) } == [
        "~~~ sh\n>     x\n>     ~~~"
      ])
  }

  @Test func definitionsAreNestedOnlySoDeep() {
    var text = "T\n"
    for depth in 0..<200 { text += String(repeating: "  ", count: depth) + ": T\n" }
    #expect(Document(text).nodes.count < 2_000)
  }
}
