import Source
import Testing

@testable import Markdown

/// A note as the body of a page, with holes shown as `{kind index}`.
private func page(_ markdown: String) -> String {
  let document = Document(parsing: SourceText(path: "note.md", bytes: Array(markdown.utf8)))
  return HTMLWriter.body(of: document, style: .page).shown
}

/// From the text of a note to the HTML of its page.
@Suite struct PageMarkupTests {
  @Test(arguments: [
    (
      "# A {#b}\n\nSee [c](d.md \"t\"), [[E#f|g]] and https://h.example.\n",
      """
      {section 0}<h1{headingID 0}>A{headingAnchor 0}</h1>
      <p>See {linkStart 0}c{linkEnd 0}, {linkStart 1}g{linkEnd 1} and <a href="https://h.example">https://h.example</a>.</p>

      """
    ),
    (
      "![[A]]\n\na ![[b.png]] c ![d](e.png)\n",
      "{embed 0}<p>a {inlineEmbed 1} c <img{image 2} alt=\"d\" loading=\"lazy\"></p>\n"
    ),
    (
      "> [!TIP]- Fold *me*\n> in\n",
      """
      <details class="callout tip">
      <summary class="callout-title">Fold <em>me</em></summary>
      <p>in</p>
      </details>

      """
    ),
    (
      "- [x] a\n- [ ] b\n",
      """
      <ul>
      <li class="task"><input type="checkbox" checked disabled aria-label="done"> a</li>
      <li class="task"><input type="checkbox" disabled aria-label="to do"> b</li>
      </ul>

      """
    ),
    (
      "```sh tab=npm\na\n```\n\n```sh tab=\"y\"\nb\n```\n",
      """
      <div class="tabs">
      <div data-tab="npm">
      <pre><code class="language-sh">a
      </code></pre>
      </div>
      <div data-tab="y">
      <pre><code class="language-sh">b
      </code></pre>
      </div>
      </div>

      """
    ),
    ("==a== ~~b~~ <b>c</b> <!-- d -->\n", "<p><mark>a</mark> <del>b</del> &lt;b&gt;c&lt;/b&gt; </p>\n"),
    ("[a](javascript:b) ![c](JAVA&#10;SCRIPT:d)\n", "<p><a>a</a> c</p>\n"),
  ])
  func `a note becomes a page`(_ markdown: String, _ html: String) {
    #expect(page(markdown) == html)
  }
}
