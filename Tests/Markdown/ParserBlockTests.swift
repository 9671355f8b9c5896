import Source
import Testing

@testable import Markdown

@Suite("Block extensions")
struct ParserBlockTests {
  @Test(arguments: [
    ("- [ ] a\n- [x] b\n- [X] c", "[open] [done] [done]", "'a' 'b' 'c'"),
    (
      "- [ ]a\n- [y] b\n- \\[ ] c\n- a [ ] d\n- [x](e)", "[] [] [] [] []",
      "'[ ]a' '[y] b' '[ ] c' 'a [ ] d' link=e('x')"
    ),
    ("1. [x] *a*\n\n   [ ] b", "[done]", "emphasis('a') '[ ] b'"),
  ])
  func tasks(text: String, flags: String, outline: String) {
    let document = Document(text)
    let items = document.nodes.filter { $0.kind == .item }
    #expect(
      items.map { $0.flags == .open ? "[open]" : $0.flags == .done ? "[done]" : "[]" }.joined(separator: " ") == flags)
    let texts = document.outline.replacing(/(list|item|paragraph)\(/, with: "").replacing(/\)+( |$)/) { $0.output.1 }
    #expect(texts.replacing(")", with: "") == outline.replacing(")", with: ""))
  }

  @Test(arguments: [
    ("> [!NOTE]\n> a", "callout=note(calloutTitle('Note') paragraph('a'))"),
    ("> [!tip] A *b*\n> c\n>\n> d", "callout=tip(calloutTitle('A ' emphasis('b')) paragraph('c') paragraph('d'))"),
    ("> [!my-type]- T", "callout=my-type(calloutTitle('T'))"),
    (
      "> [!NOTE]+\n> > [!Ärger]\n> > a",
      "callout=note(calloutTitle('Note') callout=Ärger(calloutTitle('Ärger') paragraph('a')))"
    ),
    (
      "> [!NOTE]\n> - a\n> ```\n> b\n> ```",
      "callout=note(calloutTitle('Note') list(item(paragraph('a'))) codeBlock=b\n)"
    ),
    ("> [!NOTE]a", "blockQuote(paragraph('[!NOTE]a'))"),
    ("> \\[!NOTE] a", "blockQuote(paragraph('[!NOTE] a'))"),
    ("> a\n> [!NOTE]", "blockQuote(paragraph('a' softBreak '[!NOTE]'))"),
    ("[!NOTE] a", "paragraph('[!NOTE] a')"),
  ])
  func callouts(text: String, outline: String) {
    #expect(Document(text).outline == outline)
  }

  @Test func calloutsFoldAsTheyWereMarked() {
    let document = Document("> [!a]- b\n\n> [!a]+ b\n\n> [!a] b")
    #expect(document.nodes.filter { $0.kind == .callout }.map(\.flags) == [.folded, .unfolded, []])
    #expect(document.nodes.filter { $0.kind == .calloutTitle }.map { document.written($0.range) } == ["b", "b", "b"])
  }

  @Test func fencesWithATabThatFollowEachOtherAreOneNode() {
    let text = "```sh tab=\"A\"\na\n```\n\n~~~sh tab=B\nb\n~~~\n\n```sh\nc\n```\n\n```sh tab=D\nd\n```"
    #expect(
      Document(text).outline
        == "tabs(codeBlock=a\n|sh tab=\"A\" codeBlock=b\n|sh tab=B) codeBlock=c\n|sh codeBlock=d\n|sh tab=D")
  }

  @Test(arguments: [
    ("# A {#b}", "A", "b"),
    ("## A {#b .c d=e} ##", "A", "b"),
    ("A `b` {#c-d_e.f}\n===", "A b", "c-d_e.f"),
    ("# {#b}", "", "b"),
    ("# A {#b_c_} ", "A", "b_c_"),
    ("# A \\{#b}", "A {#b}", "a-b"),
    ("# A `{#b}`", "A {#b}", "a-b"),
    ("# A{#b}", "A{#b}", "ab"),
    ("# A {#}", "A {#}", "a-"),
    ("# A {#b c}d", "A {#b c}d", "a-b-cd"),
    ("# ![d](e) A [b](c) <i>&lt;</i> [[f|g]]", "A b < g", "-a-b--g"),
  ])
  func headingsHaveTextAndID(text: String, heading: String, id: String) {
    let document = Document(text)
    #expect(document.headings.map(\.text) == [heading])
    #expect(document.headings.map(\.id) == [id])
  }

  @Test func idsAreUniqueAndThoseWrittenByHandGoFirst() {
    let document = Document("# A\n# A\n# A-1\n# A\n# B {#a-2}\n# !\n# C {#a-2}\n")
    #expect(document.headings.map(\.id) == ["a", "a-1", "a-1-1", "a-3", "a-2", "section", "a-2"])
    #expect(document.problems.count == 1)
    if case .duplicateID("a-2", let first) = document.problems.first?.kind {
      #expect(document.written(first) == "a-2" && first.start == 24)
      #expect(document.problems.first.map { document.written($0.range) } == "a-2")
    } else {
      Issue.record("no duplicate id")
    }
  }

  @Test(
    arguments: [
      ("a <!-- b --> c", nil), ("<!-- a\n\nb -->\n", nil), (" <!-- a --> <!-- b -->\n\nc", nil),
      ("<!-- a -->\n\nb <br> c <i>", "<br>"), ("<!-- a --> <hr>", "<!-- a --> <hr>"), ("<!-- a\nb", "<!-- a\nb"),
    ] as [(String, String?)])
  func rawHTMLIsAProblemWhereItIsMoreThanComments(text: String, written: String?) {
    let document = Document(text)
    #expect(document.problems.map { document.written($0.range) } == [written].compactMap(\.self))
  }

  @Test(arguments: [
    ("Hello World", "hello-world"), ("A/B & C's", "ab--cs"), ("a_b-c", "a_b-c"), ("Über Größe", "über-größe"),
    ("日本語 です", "日本語-です"), ("1. Step", "1-step"), ("x² — y", "x--y"), ("I ♥ unicode", "i--unicode"), ("ΑΒΓ", "αβγ"),
  ])
  func slugsAreThoseOfGitHub(text: String, slug: String) {
    #expect(Slugs.slug(Array(text.utf8)) == slug)
  }
}
