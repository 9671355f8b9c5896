import Source
import Testing

@testable import Markdown

@Suite("Tables")
struct TableTests {
  @Test(arguments: [
    (
      "| a | b |\n|---|:-:|\n| c | *d* |",
      "table(tableRow(tableCell('a') tableCell('b')) tableRow(tableCell('c') tableCell(emphasis('d'))))"
    ),
    (
      "a | b\n--|--\nc\nd | e | f",
      "table(tableRow(tableCell('a') tableCell('b')) tableRow(tableCell('c') tableCell) tableRow(tableCell('d') tableCell('e')))"
    ),
    ("x *y\nz* w\n| a |\n|---|", "paragraph('x ' emphasis('y' softBreak 'z') ' w') table(tableRow(tableCell('a')))"),
    ("| a |\n|---|\n| b\\|c `d\\|e` |", "table(tableRow(tableCell('a')) tableRow(tableCell('b|c ' code=d|e)))"),
    (
      "| a |\n|---|\n| [[T\\|u]] ![[i\\|9]] |",
      "table(tableRow(tableCell('a')) tableRow(tableCell(wikilink=T('u') ' ' embed=i|9)))"
    ),
    ("| a |\n|---|\n| # b # | c |", "table(tableRow(tableCell('a')) tableRow(tableCell('# b #')))"),
    ("x  \ny\n| a |\n|---|", "paragraph('x' lineBreak 'y') table(tableRow(tableCell('a')))"),
    ("| a |\n|---|\n---", "table(tableRow(tableCell('a'))) thematicBreak"),
    ("| a |\n|---|\n===", "table(tableRow(tableCell('a')) tableRow(tableCell('===')))"),
    ("- | a |\n  |---|\n- b", "list(item(table(tableRow(tableCell('a')))) item(paragraph('b')))"),
    (
      "> x\n> | a |\n> |---|\n> | b |\n\nc",
      "blockQuote(paragraph('x') table(tableRow(tableCell('a')) tableRow(tableCell('b')))) paragraph('c')"
    ),
    ("> [!NOTE] t\n> | a |\n> |---|", "callout=note(calloutTitle('t') table(tableRow(tableCell('a'))))"),
    (
      "[r]: /u\n| [r] |\n|---|\n| [s] |\n\n> [s]: /v",
      "table(tableRow(tableCell(link=/u('r'))) tableRow(tableCell(link=/v('s')))) blockQuote"
    ),
    ("| a | b |\n|---|", "paragraph('| a | b |' softBreak '|---|')"),
    ("`| a |\n|---|`", "paragraph(code=| a | |---|)"),
    ("    | a |\n    |---|", "codeBlock=| a |\n|---|\n"),
    ("\\| a |\n\\|---|", "paragraph('| a |' softBreak '|---|')"),
  ])
  func recognised(text: String, outline: String) {
    #expect(Document(text).outline == outline)
  }

  @Test func cellsAreAlignedAndTheFirstRowIsTheHead() {
    let document = Document("|a|b|c|d|\n|-|:-|:-:|-:|\n|e|f|g|h|")
    let cells = document.nodes.filter { $0.kind == .tableCell }.map(\.flags)
    let alignments: [Node.Flags] = [[], .left, .center, .right]
    #expect(cells == alignments.map { $0.union(.head) } + alignments)
    #expect(document.nodes.filter { $0.kind == .tableRow }.map(\.flags) == [.head, []])
  }

  @Test func everyPartStandsWhereItWasWritten() {
    let document = Document("> 1. x\r\n>    | a | *b* |\r\n>    |---|---|\r\n>    | `c\\|d` | [e](f) |\r\n")
    let parts = document.nodes.filter { $0.kind != .document }.map { document.written($0.range) }
    #expect(
      parts.suffix(11)
        == [
          "| a | *b* |", "a", "a", "*b*", "*b*", "b", "| `c\\|d` | [e](f) |", "`c\\|d`", "`c\\|d`", "[e](f)", "[e](f)",
          "e",
        ].suffix(11))
    #expect(document.links.map { document.written($0.target) } == ["f"])
  }

  @Test func shortRowsAreNotFilledUpWithoutEnd() {
    let columns = 2_000
    let text =
      String(repeating: "|a", count: columns) + "|\n" + String(repeating: "|-", count: columns) + "|\n"
      + String(repeating: "b\n", count: columns)
    #expect(Document(text).nodes.count < 20_000)
  }
}
