import Source
import Testing

@testable import Markdown

/// What stands on a page, with holes shown as `{kind index}`.
private func page(
  _ rawHTML: HTMLWriter.RawHTML = .escaped, skipsTitle: Bool = false, _ build: (inout Tree) -> Void
) -> String {
  HTMLWriter.body(of: Tree.document(build), style: .page, rawHTML: rawHTML, skipsTitle: skipsTitle).shown
}

@Suite struct HTMLWriterTests {
  // MARK: Headings

  @Test func `a heading begins a section and has places for its anchor`() {
    let html = page {
      $0.heading(2, "A & B")
      $0.add(.blockQuote) { $0.heading(3, "Within") }
    }
    #expect(
      html == """
        {section 0}<h2{headingID 0}>A &amp; B{headingAnchor 0}</h2>
        <blockquote>
        <h3{headingID 1}>Within{headingAnchor 1}</h3>
        </blockquote>

        """)
  }

  @Test func `a title is left out where the page shows it, other headings are not`() {
    #expect(
      page(skipsTitle: true) {
        $0.heading(1, "Title"); $0.paragraph("x")
      } == "{section 0}<p>x</p>\n")
    #expect(
      page(skipsTitle: true) {
        $0.paragraph("x"); $0.heading(1, "T")
      }.contains("<h1"))
    #expect(page(skipsTitle: true) { $0.heading(2, "T") }.contains("<h2"))
    #expect(page(skipsTitle: true) { _ in } == "")
  }

  // MARK: Links and images

  @Test(arguments: ["other.md", "/a/b/", "#fragment", "../x.md#y", "", "a%20b.md?c:d", "1:2", "./javascript:x"])
  func `a link within the site waits for the site`(_ destination: String) {
    let html = page { $0.add(.paragraph) { $0.add(.link, destination, number: 4) { $0.add(.text, "x") } } }
    #expect(html == "<p>{linkStart 4}x{linkEnd 4}</p>\n")
  }

  @Test(arguments: [
    ("https://example.org/a b?c&d", "https://example.org/a%20b?c&amp;d"), ("//host/x", "//host/x"),
    ("mailto:a@b.c", "mailto:a@b.c"), ("HTTP://X.Y", "HTTP://X.Y"), ("https://e.org/\"><b", "https://e.org/%22%3E%3Cb"),
  ])
  func `a link out of the site is written`(_ destination: String, _ href: String) {
    let html = page {
      $0.add(.paragraph) { $0.add(.link, destination, detail: "a \"b\"") { $0.add(.text, "x") } }
    }
    #expect(html == "<p><a href=\"\(href)\" title=\"a &quot;b&quot;\">x</a></p>\n")
  }

  @Test(arguments: [
    "javascript:alert(1)", "JavaScript:x", "\u{1}javascript:x", "java\nscript:x", " \tjavascript:x", "vbscript:x",
    "data:text/html,x", "DATA:image/svg+xml,x", "data:image/pngx,y", "file:///etc/passwd", "java\u{0}script:x",
    "javascript\t:x",
  ])
  func `a destination that runs a script or opens a file is not written`(_ destination: String) {
    let html = page {
      $0.add(.paragraph) {
        $0.add(.link, destination) { $0.add(.text, "x") }
        $0.add(.image, destination) { $0.add(.text, "a<b") }
      }
    }
    #expect(html == "<p><a>x</a>a&lt;b</p>\n")
    #expect(!HTMLWriter.isSafe(destination: destination))
  }

  @Test(arguments: ["data:image/png;base64,x", "data:image/webp,x", "https://x", "a/javascript:x", "", ":x", "tel:1"])
  func `other destinations are safe`(_ destination: String) {
    #expect(HTMLWriter.isSafe(destination: destination))
  }

  @Test func `an image of the site waits for its source, another is written`() {
    let html = page {
      $0.add(.paragraph) {
        $0.add(.image, "a.png", detail: "T", number: 2) { $0.add(.emphasis) { $0.add(.text, "a\"b") } }
        $0.add(.image, "https://e.org/b.png") {
          $0.add(.text, "c"); $0.add(.softBreak); $0.add(.code, "d")
        }
      }
    }
    #expect(
      html == "<p><img{image 2} alt=\"a&quot;b\" title=\"T\" loading=\"lazy\">"
        + "<img src=\"https://e.org/b.png\" alt=\"c d\" loading=\"lazy\"></p>\n")
  }

  @Test func `wikilinks and embeds wait for the site`() {
    let html = page {
      $0.add(.embed, "Note", number: 0)
      $0.add(.paragraph) {
        $0.add(.wikilink, "javascript:x", number: 1) { $0.add(.text, "shown") }
        $0.add(.embed, "image.png", number: 2)
      }
    }
    #expect(html == "{embed 0}<p>{linkStart 1}shown{linkEnd 1}{inlineEmbed 2}</p>\n")
  }

  // MARK: Blocks

  @Test func `tight items have no paragraphs, loose ones do, and the box stands in front of the text`() {
    func list(_ flags: Node.Flags) -> String {
      page {
        $0.add(.list, number: 1, flags: flags) {
          $0.add(.item, flags: .open) { $0.paragraph("a") }
          $0.add(.item, flags: .done) { $0.paragraph("b") }
          $0.add(.item) { $0.paragraph("c") }
        }
      }
    }
    #expect(
      list(.tight) == """
        <ul>
        <li class="task"><input type="checkbox" disabled aria-label="to do"> a</li>
        <li class="task"><input type="checkbox" checked disabled aria-label="done"> b</li>
        <li>c</li>
        </ul>

        """)
    #expect(list([]).contains("<li class=\"task\">\n<p><input type=\"checkbox\" disabled aria-label=\"to do\"> a</p>"))
  }

  @Test func `callouts name their type, foldable ones fold`() {
    func callout(_ type: String, _ flags: Node.Flags) -> String {
      page {
        $0.add(.callout, type, flags: flags) {
          $0.add(.calloutTitle) { $0.add(.text, "Title") }
          $0.paragraph("x")
        }
      }
    }
    #expect(
      callout("note", []) == """
        <div class="callout note" role="note">
        <p class="callout-title">Title</p>
        <p>x</p>
        </div>

        """)
    #expect(
      callout("tip", .unfolded) == """
        <details class="callout tip" open>
        <summary class="callout-title">Title</summary>
        <p>x</p>
        </details>

        """)
    #expect(callout("tip", .folded).hasPrefix("<details class=\"callout tip\">\n"))
    #expect(callout("A\"> x", []).hasPrefix("<div class=\"callout a---x\""))
  }

  @Test func `a table has a frame with a name, heads with a scope and alignment as a class`() {
    let html = page {
      for _ in 0..<2 {
        $0.add(.table) {
          $0.add(.tableRow, flags: .head) { $0.add(.tableCell, flags: [.head, .left]) { $0.add(.text, "h") } }
          $0.add(.tableRow) { $0.add(.tableCell, flags: .right) { $0.add(.text, "1") } }
          $0.add(.tableRow) { $0.add(.tableCell, flags: .center) }
        }
      }
    }
    #expect(
      html.hasPrefix(
        """
        <div class="table" tabindex="0" role="region" aria-label="Table">
        <table>
        <thead>
        <tr>
        <th scope="col" class="left">h</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td class="right">1</td>
        </tr>
        <tr>
        <td class="center"></td>
        </tr>
        </tbody>
        </table>
        </div>
        <div class="table" tabindex="0" role="region" aria-label="Table 2">
        """))
  }

  @Test func `footnotes lead back to each of their references`() {
    let html = page {
      $0.add(.paragraph) {
        $0.add(.footnoteReference, "My Note", number: 1)
        $0.add(.footnoteReference, "My Note", number: 1)
        $0.add(.footnoteReference, "code", number: 2)
      }
      $0.add(.footnotes) {
        $0.add(.footnote, "My Note", number: 1) { $0.paragraph("x") }
        $0.add(.footnote, "code", number: 2) { $0.add(.codeBlock, "y\n", number: -1) }
      }
    }
    #expect(
      html.replacing("{scope 0}", with: "^") == """
        <p><sup><a href="#fn-^my-note" id="fnref-^my-note" class="fnref">1</a></sup>\
        <sup><a href="#fn-^my-note" id="fnref-^my-note-2" class="fnref">1</a></sup>\
        <sup><a href="#fn-^code" id="fnref-^code" class="fnref">2</a></sup></p>
        {footnotes 0}<section class="footnotes" aria-label="Footnotes">
        <ol>
        <li id="fn-^my-note">
        <p>x <a href="#fnref-^my-note" class="backref" aria-label="Back to reference 1">↩</a> \
        <a href="#fnref-^my-note-2" class="backref" aria-label="Back to reference 1-2">↩</a></p>
        </li>
        <li id="fn-^code">
        <pre><code>y
        </code></pre>
        <a href="#fnref-^code" class="backref" aria-label="Back to reference 2">↩</a>
        </li>
        </ol>
        </section>

        """)
  }

  @Test func `footnotes whose labels look alike keep their anchors apart`() {
    let html = page {
      $0.add(.paragraph) {
        for _ in 0..<2 { $0.add(.footnoteReference, "a", number: 1) }
        $0.add(.footnoteReference, "A 2", number: 2)
        $0.add(.footnoteReference, "a-2", number: 3)
      }
      $0.add(.footnotes) {
        for (number, label) in [(1, "a"), (2, "A 2"), (3, "a-2")] {
          $0.add(.footnote, label, number: number) { $0.paragraph("x") }
        }
      }
    }
    let ids = html.split(separator: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(ids.count == 7)
    #expect(Set(ids).count == 7)
  }

  @Test func `code goes through the renderer, tabs name their code`() {
    let document = Tree.document {
      $0.add(.tabs) {
        $0.add(.codeBlock, "a<b\n", detail: "Sh tab=\"n<p\"", flags: .fenced)
      }
      $0.add(.codeBlock, "c\n", detail: "ignored", number: -1)
    }
    #expect(
      HTMLWriter.body(of: document, style: .page).shown == """
        <div class="tabs">
        <div data-tab="n&lt;p">
        <pre><code class="language-sh">a&lt;b
        </code></pre>
        </div>
        </div>
        <pre><code>c
        </code></pre>

        """)
    let body = HTMLWriter.body(of: document, style: .page) { info, code, output, _ in
      output.append("<" + info.language + ">")
      output.append(code)
    }
    #expect(body.shown.contains("<sh>a<b\n</div>"))
  }

  @Test(arguments: [
    ("--link=true", "<code class=\"flag\">--link=true</code>"), ("-p", "<code class=\"flag\">-p</code>"),
    ("-p 80:80", "<code>-p 80:80</code>"), ("docker-run", "<code>docker-run</code>"),
    ("--flag-much-too-long-for-a-line", "<code>--flag-much-too-long-for-a-line</code>"),
  ])
  func `a short flag is kept in one line`(_ code: String, _ html: String) {
    #expect(page { $0.add(.paragraph) { $0.add(.code, code) } } == "<p>\(html)</p>\n")
  }

  @Test func `terms and their details`() {
    let html = page {
      $0.add(.definitionList, flags: .tight) {
        $0.add(.definitionTerm) { $0.add(.text, "t") }
        $0.add(.definitionDetails) { $0.paragraph("d") }
      }
    }
    #expect(html == "<dl>\n<dt>t</dt>\n<dd>d</dd>\n</dl>\n")
  }

  @Test func `ten thousand nested quotes are written`() {
    let html = HTMLWriter.body(of: Tree.nest(.blockQuote, depth: 10_000), style: .page).html
    #expect(html.count == 10_000 * "<blockquote>\n</blockquote>\n".utf8.count)
  }

  // MARK: Raw HTML

  @Test func `raw html is shown, its comments are not`() {
    let html = page {
      $0.add(.htmlBlock, "<!-- a\n-->\n")
      $0.add(.htmlBlock, "<b>x</b><!-- a --> y\n")
      $0.add(.paragraph) {
        $0.add(.htmlInline, "<i>"); $0.add(.htmlInline, "<!-- b -->"); $0.add(.text, "t")
      }
    }
    #expect(html == "<p>&lt;b&gt;x&lt;/b&gt; y</p>\n<p>&lt;i&gt;t</p>\n")
  }

  @Test func `unsafe html passes, its comments do not`() {
    let html = page(.unsafe) {
      $0.add(.htmlBlock, "<!-- a -->\n")
      $0.add(.htmlBlock, "<!-- a --><script>x</script>\n")
      $0.add(.htmlBlock, "<!-- never closed\n")
    }
    #expect(html == "<script>x</script>\n&lt;!-- never closed\n")
  }

  @Test func `trusted html is closed where the markdown around it ends`() {
    let html = page(.trusted) {
      $0.add(.htmlBlock, "<details><summary>S</summary>\n")
      $0.add(.paragraph) {
        $0.add(.htmlInline, "<kbd>"); $0.add(.htmlInline, "</details>"); $0.add(.text, "t")
      }
      $0.add(.blockQuote) { $0.add(.htmlBlock, "</details><div>\n") }
      $0.add(.htmlBlock, "</details><p>\n")
      $0.add(.htmlBlock, "<div></div></div>\n")
      $0.add(.htmlBlock, "<div>\n")
    }
    #expect(
      html == """
        <details><summary>S</summary>
        <p><kbd>t</kbd></p>
        <blockquote>
        <div>
        </div>
        </blockquote>
        </details><p>
        </p>
        <div></div>
        <div>
        </div>
        """)
  }

  // MARK: Titles and sections

  @Test func `a heading's inline html has no links and no anchors`() {
    let document = Tree.document {
      $0.heading(2) {
        $0.add(.link, "a.md") { $0.add(.code, "x<y") }
        $0.add(.softBreak)
        $0.add(.wikilink, "T") { $0.add(.text, "T") }
        $0.add(.footnoteReference, "a", number: 1)
        $0.add(.image, "b.png") { $0.add(.text, " alt") }
        $0.add(.htmlInline, "<b>")
      }
    }
    let heading = document.headings[0]
    let html = HTMLWriter.inline(of: heading, in: document)
    #expect(String(decoding: html, as: UTF8.self) == "<code>x&lt;y</code> T alt&lt;b&gt;")
    let trusted = HTMLWriter.inline(of: heading, in: document, rawHTML: .trusted)
    #expect(String(decoding: trusted, as: UTF8.self) == "<code>x&lt;y</code> T alt")
  }

  @Test func `a section ends at the next heading of its level, or at the footnotes`() throws {
    let document = Tree.document {
      $0.heading(1, "A")
      $0.paragraph("a")
      $0.heading(2, "B")
      $0.add(.paragraph) { $0.add(.link, "b.md", number: 7) }
      $0.add(.blockQuote) { $0.heading(1, "Q") }
      $0.heading(3, "C")
      $0.heading(2, "D")
      $0.paragraph("d")
      $0.add(.footnotes)
    }
    let body = HTMLWriter.body(of: document, style: .page)
    let section = try #require(body.section(of: 1) { document.headings[$0].level }).shown
    #expect(section.hasPrefix("{section 1}<h2{headingID 1}>B"))
    #expect(section.contains("{linkStart 7}"))
    #expect(section.hasSuffix("C{headingAnchor 3}</h3>\n"))
    #expect(try #require(body.section(of: 4) { document.headings[$0].level }).shown.hasSuffix("<p>d</p>\n"))
    #expect(body.section(of: 2) { document.headings[$0].level } == nil)
  }
}
