import Testing

@testable import Search

@Suite("The text of Markdown")
struct MarkdownTextTests {
  private static func blocks(_ markdown: String) -> [String] {
    let page = MarkdownText(Array(markdown.utf8))
    return page.blocks.map { block in
      let mark =
        switch block.kind {
        case .prose: ""
        case .code: "code "
        case .heading: "# "
        }
      return mark + String(decoding: page.text[block.range], as: UTF8.self)
    }
  }

  @Test(
    "Marks go and words stay",
    arguments: [
      ("A *very* **bold** __word__ and `code`.", "A very bold word and code."),
      ("snake_case and 2 * 3 and a == b and ~~old~~ ==mark==", "snake_case and 2 * 3 and a == b and old mark"),
      ("See [the *volume*](volume.md \"title (x)\") and [this][ref].", "See the volume and this."),
      ("An array[0] and [optional] words", "An array[0] and [optional] words"),
      ("[[Volume]], [[Volume#Use|its use]], ![[picture.png]]", "Volume, its use,"),
      ("![A whale](whale.png) swims", "A whale swims"), ("Said so[^1].", "Said so."),
      ("``a ` b`` and `unended", "a ` b and unended"), (#"\*not\* bold \a"#, #"*not* bold \a"#),
      ("a <b class=\"x\">bold</b> <https://example.org/x> 1 < 2", "a bold https://example.org/x 1 < 2"),
      ("a <!-- hidden --> b", "a b"), ("R&amp;D &lt;x&gt; AT&T &nbsp;", "R&D <x> AT&T"),
      ("two\nlines  \nhere", "two lines here"), ("[open\nlink](a.md) end", "open link end"),
    ])
  func inlines(markdown: String, text: String) {
    #expect(Self.blocks(markdown) == [text])
  }

  @Test(
    "A page is a row of blocks",
    arguments: [
      ("# Title #\n\nText.\n\n## Next {#id}\nMore.", ["# Title", "Text.", "# Next", "More."]),
      ("Title\n=====\nText\n\nNext\n---\n", ["# Title", "Text", "# Next"]),
      ("- one\n- two\n  goes on\n  1. three\n- [x] done\n---\nend", ["one", "two goes on", "three", "done", "end"]),
      ("```yaml title=\"x\"\nkind: Pod\n  name: a\n```\nText", ["code kind: Pod name: a", "Text"]),
      ("> [!NOTE]- Mind\n> the gap\n\n> plain", ["Mind the gap", "plain"]),
      ("> ```sh\n> ls # not a heading\n> ```\n", ["code ls # not a heading"]),
      ("| a | b |\n|---|:-:|\n| `x \\| y` | **z** |\n", ["a · b", "x | y · z"]),
      ("Term\n: what it is\n\n[ref]: https://example.org\n\n[^1]: A footnote.", ["Term", "what it is", "A footnote."]),
      ("a\n\n***\n\nb\n<!-- two\nlines\n--> c", ["a", "b c"]), ("#no heading\n\n#", ["#no heading"]),
      ("~~~\n```\n~~~\nx", ["code ```", "x"]), ("```\nnever closed", ["code never closed"]), ("", []),
      ("- - -\n- \n", []),
    ])
  func blocks(markdown: String, expected: [String]) {
    #expect(Self.blocks(markdown) == expected)
  }

  @Test(
    "Hostile texts take time in proportion to their length",
    arguments: [
      "[", "]", "[[", "](", "`", "`a``", "<", "<a", "*", "_a", "- ", "> ", "#", "|", "&", "\\", "!", "1. ", "<!--",
      "```\n",
    ])
  func hostile(piece: String) {
    let page = MarkdownText(Array(String(repeating: piece, count: 100_000 / piece.utf8.count).utf8))
    #expect(page.text.count <= 200_000)
  }
}
