import Testing

@testable import Markdown

private func summary(_ text: String, _ maxBytes: Int) -> String {
  Tree.document { $0.paragraph(text) }.summary(maxBytes: maxBytes)
}

@Suite struct PlainTextTests {
  @Test func `blocks stand on lines of their own, markup is gone`() {
    let document = Tree.document {
      $0.heading(1, "Title")
      $0.add(.paragraph) {
        $0.add(.strong) { $0.add(.text, "a ") }
        $0.add(.link, "x.md") { $0.add(.code, "b<c") }
        $0.add(.softBreak)
        $0.add(.htmlInline, "<b>")
        $0.add(.image, "i.png") { $0.add(.text, "alt") }
        $0.add(.footnoteReference, "f", number: 1)
      }
      $0.add(.codeBlock, "code\n")
      $0.add(.list) { for _ in 0..<2 { $0.add(.item) { $0.paragraph("item") } } }
    }
    #expect(PlainText.of(document) == "Title\na b<c alt\ncode\nitem\nitem")
    #expect(PlainText.of(document, with: []) == "Title\na b<c \nitem\nitem")
  }

  @Test func `the summary is the first paragraph that says something`() {
    let document = Tree.document {
      $0.heading(1, "Title")
      $0.add(.blockQuote) { $0.paragraph("quoted") }
      $0.add(.list) { $0.add(.item) { $0.paragraph("item") } }
      $0.add(.paragraph) { $0.add(.image, "a.png") { $0.add(.text, "alt") } }
      $0.add(.paragraph) {
        $0.add(.text, " The  first"); $0.add(.softBreak); $0.add(.code, "one ")
      }
      $0.paragraph("second")
    }
    #expect(document.summary(maxBytes: 100) == "The first one")
    #expect(Tree.document { $0.heading(1, "Title") }.summary(maxBytes: 100) == "")
  }

  @Test(arguments: [
    ("Exactly this.", 13, "Exactly this."),
    ("One sentence ends. Another does not fit", 30, "One sentence ends."),
    ("Why? Since the first sentence is short", 30, "Why? Since the first…"),
    ("A version 1.33 is no end of it", 20, "A version 1.33 is…"),
    ("Words, words, words", 17, "Words, words…"),
    ("Unbreakable", 8, "Unbre…"),
    ("äöüäöü", 8, "äö…"),
    ("long", 0, "…"), ("x", 0, "…"), ("", 0, ""),
  ])
  func `a long summary ends where a reader would pause`(_ text: String, _ limit: Int, _ expected: String) {
    #expect(summary(text, limit) == expected)
  }
}
