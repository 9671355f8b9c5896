import Testing

@testable import Pages

/// What is written around code, and in it, on a page.
@Suite struct CodeFigureTests {
  @Test("A block has its language, a name for screen readers and a place in the order of focus")
  func plainBlock() {
    #expect(
      figure("yml", "a: 1\n") == """
        <figure class="code" data-lang="yaml"><pre tabindex="0" role="group" aria-label="YAML code"><code>\
        <span class="a">a</span>: <span class="n">1</span>
        </code></pre></figure>

        """)
  }

  @Test(
    "The info string makes the frame",
    arguments: [
      ("", "<figure class=\"code\"><pre tabindex=\"0\" role=\"group\" aria-label=\"Code\">"),
      ("text", "<figure class=\"code\"><pre tabindex=\"0\" role=\"group\" aria-label=\"Text\">"),
      (
        "grpc", "<figure class=\"code\" data-lang=\"grpc\"><pre tabindex=\"0\" role=\"group\" aria-label=\"grpc code\">"
      ),
      ("Docker bad", "<figure class=\"code bad\" data-lang=\"dockerfile\"><figcaption></figcaption><pre"),
      ("json good", "<figure class=\"code good\" data-lang=\"json\"><figcaption></figcaption><pre"),
      ("go title=\"A <b>\"", "data-lang=\"go\"><figcaption>A &lt;b&gt;</figcaption><pre"),
      ("go file=cmd/main.go", "<figcaption>cmd/main.go</figcaption>"),
      ("\"><script>", "data-lang=\"&quot;&gt;&lt;script&gt;\">"),
    ])
  func frame(info: String, part: String) {
    #expect(figure(info, "x").contains(part))
  }

  @Test("An unknown language is escaped text")
  func unknown() {
    #expect(figure("grpc", "a < \"b\" & 'c'").contains("<code>a &lt; \"b\" &amp; 'c'</code>"))
  }

  @Test(
    "Marked lines are wrapped, line by line",
    arguments: [
      ("text hl=2", "a\nb\nc\n", "a\n<span class=\"hl\">b\n</span>c\n"),
      ("text hl=1,3-9", "a\nb\nc", "<span class=\"hl\">a\n</span>b\n<span class=\"hl\">c</span>"),
      ("text{2}", "a\nb\n", "a\n<span class=\"hl\">b\n</span>"),
      ("text hl_lines=\"1 2\"", "a\nb\n", "<span class=\"hl\">a\n</span><span class=\"hl\">b\n</span>"),
      (
        "go hl=2", "/*\na\n*/",
        "<span class=\"c\">/*</span>\n<span class=\"hl\"><span class=\"c\">a</span>\n</span><span class=\"c\">*/</span>"
      ),
      ("grpc hl=1", "a", "<span class=\"hl\">a</span>"),
      ("text hl=0,x,9-", "a", "a"),
    ])
  func marks(info: String, code: String, expected: String) {
    #expect(figure(info, code).contains("<code>\(expected)</code>"))
  }

  @Test("A session has its commands in one span each, over lines too")
  func session() {
    #expect(
      figure("console", "$ ls \\\n  -l\ntotal\n").contains(
        """
        <code><span class="p">$ </span><span class="cmd"><span class="f">ls</span> \\
          <span class="o">-l</span></span>
        <span class="r">total</span>
        </code>
        """))
  }

  @Test("Where lines are marked, a command is cut at line feeds, which stay outside of it")
  func markedSession() {
    #expect(
      figure("console hl=2", "$ ls \\\n  -l\n").contains(
        """
        <code><span class="p">$ </span><span class="cmd"><span class="f">ls</span> \\</span>
        <span class="hl"><span class="cmd">  <span class="o">-l</span></span>
        </span></code>
        """))
  }

  @Test(
    "A term is a link around its inks, inside of marked lines and commands",
    arguments: [
      (
        "dockerfile", "FROM a", ["FROM"], "<a 0><span class=\"k\">FROM</span></a 0> <span class=\"s\">a</span>"
      ),
      (
        "dockerfile", "RUN --mount=type=ssh a", ["RUN", "--mount", "type=ssh"],
        "<a 0><span class=\"k\">RUN</span></a 0> <a 1><span class=\"o\">--mount</span></a 1>=<a 2>type=ssh</a 2> "
          + "<span class=\"f\">a</span>"
      ),
      (
        "dockerfile", "FROM ${A}", ["A}"],
        "<span class=\"k\">FROM</span> <span class=\"v\">${</span><a 0><span class=\"v\">A}</span></a 0>"
      ),
      (
        "dockerfile hl=1", "FROM a\nRUN b", ["FROM", "RUN"],
        "<span class=\"hl\"><a 0><span class=\"k\">FROM</span></a 0> <span class=\"s\">a</span>\n</span>"
          + "<a 1><span class=\"k\">RUN</span></a 1> <span class=\"f\">b</span>"
      ),
      ("text", "a & b", ["& b"], "a <a 0>&amp; b</a 0>"),
      ("text", "ab", ["a", "b"], "<a 0>a</a 0><a 1>b</a 1>"),
      ("text hl=1", "ab\ncd", ["b\nc"], "<span class=\"hl\">a<a 0>b</a 0>\n</span>cd"),
      (
        "console", "$ ls -l", ["ls -l"],
        "<span class=\"p\">$ </span><span class=\"cmd\"><a 0><span class=\"f\">ls</span> "
          + "<span class=\"o\">-l</span></a 0></span>"
      ),
    ])
  func terms(info: String, code: String, words: [String], expected: String) {
    #expect(linked(info, code, terms: words) == expected)
  }

  @Test("A name belongs to one language")
  func names() {
    let names = Language.all.flatMap(\.names)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0 == $0.lowercased() })
  }
}
