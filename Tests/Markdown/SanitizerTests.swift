import Source
import TestSupport
import Testing

@testable import Markdown

/// Raw HTML that stands alone, as the sanitiser lets it through.
private func sanitized(_ html: String, allowsBlocks: Bool = true) -> String {
  var sanitizer = Sanitizer()
  var output = ByteWriter()
  sanitizer.write(Array(html.utf8)[...], depth: 0, allowsBlocks: allowsBlocks, to: &output)
  sanitizer.close(deeperThan: -1, to: &output)
  return String(decoding: output.finish(), as: UTF8.self)
}

@Suite struct SanitizerTests {
  @Test(arguments: [
    "<kbd>Ctrl</kbd> + <kbd>C</kbd>",
    "H<sub>2</sub>O &amp; CO<sup>2</sup> &copy; &#169; &#xA9;",
    "<details open><summary>More</summary>text</details>",
    "<div align=\"center\"><img src=\"a.png\" alt=\"A &quot;b&quot;\" width=\"10\"></div>",
    "<a name=\"here\"></a><a href=\"https://example.org/?a=1&amp;b=2\">there</a>",
    "<table><tr><td colspan=\"2\">x</td></tr></table>",
    "one<br>two<hr>",
    "<img src=\"data:image/png;base64,iVBOR\" alt=\"\">",
  ])
  func `what is harmless passes as it is`(_ html: String) {
    #expect(sanitized(html) == html)
  }

  @Test(arguments: [
    ("<SCRIPT>alert(1)</SCRIPT>after", "after"),
    ("<script src=//evil.example/x.js></script>", ""),
    ("<script>alert(1)", ""),
    ("<script>a</scripty></script>b", "b"),
    ("<style>p{color:red}</style>x", "x"),
    ("<iframe src=\"https://e.example\">in</iframe>x", "x"),
    ("<object data=x><embed src=y>z</object>", "z"),
    ("<form action=/x><input name=q><button>go</button></form>", "go"),
    ("<svg onload=alert(1)><a href=\"x\">t</a></svg>", "<a href=\"x\">t</a>"),
    ("<math><mtext><table><style><!--</style><img src=x onerror=alert(1)>", "<table><img src=\"x\"></table>"),
    ("<base href=//e.example><meta http-equiv=refresh content=0><link rel=stylesheet href=x>a", "a"),
    ("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", "<img src=\"x\">&quot;&gt;"),
    ("<textarea></textarea><title></title>ok", "ok"),
    ("<!-- a --><!DOCTYPE x><?php echo 1 ?>b<![CDATA[ c > d", "b d"),
  ])
  func `what could do harm is left out`(_ html: String, _ expected: String) {
    #expect(sanitized(html) == expected)
  }

  @Test(arguments: [
    ("<img src=x onerror=alert(1)>", "<img src=\"x\">"),
    ("<img/src=x/onerror=alert(1)>", "<img src=\"x/onerror=alert(1)\">"),
    ("<b onmouseover = 'x()' style=\"color:red\" class=note title=t>x</b>", "<b title=\"t\">x</b>"),
    ("<img src=\"x\"src=\"javascript:y\" SRC=z>", "<img src=\"x\">"),
    ("<a href='x' =onclick=alert(1)>y</a>", "<a href=\"x\">y</a>"),
    ("<img alt='\"><script>alert(1)</script>'>", "<img alt=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\">"),
    ("<img alt=`x`onerror=alert(1)>", "<img alt=\"`x`onerror=alert(1)\">"),
    ("<a title=\"a & b &notaref\">x</a>", "<a title=\"a &amp; b &amp;notaref\">x</a>"),
    ("<details open=\"\" ontoggle=x()>y</details>", "<details open>y</details>"),
  ])
  func `only listed attributes pass, with their values escaped`(_ html: String, _ expected: String) {
    #expect(sanitized(html) == expected)
  }

  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "  javascript:alert(1)", "&#1;javascript:alert(1)",
    "java&#x0A;script:alert(1)", "java\tscript:alert(1)", "java&Tab;script:alert(1)", "javascript&colon;alert(1)",
    "&#106;&#97;vascript:alert(1)", "&#0000106avascript:alert(1)", "&#x6A;avascript:alert(1)",
    "javascript&#58;alert(1)", "java&NewLine;script:alert(1)", "vbscript:x", "livescript:x", "view-source:x",
    "data:text/html,<script>alert(1)</script>", "data:image/svg+xml,<svg onload=alert(1)>", "data:,x",
    "file:///etc/passwd", "blob:https://e.example/1",
  ])
  func `an address that runs a script or opens a file is dropped`(_ address: String) {
    #expect(sanitized("<a href=\"\(address)\">x</a>") == "<a>x</a>")
    #expect(sanitized("<img alt=\"\" src='\(address)'>") == "<img alt=\"\">")
  }

  @Test(arguments: [
    ("<div><b>x", "<div><b>x</b></div>"),
    ("</div></main></body>x", "x"),
    ("<b><i>x</b>y</i>", "<b><i>x</i></b>y"),
    ("<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>"),
    ("<table><tr><td>a<td>b<tr><td>c</table>", "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>"),
    ("<p>a<p>b<div>c</div>", "<p>a</p><p>b</p><div>c</div>"),
    ("<br></br>", "<br>"),
    ("<div/>x", "<div>x</div>"),
  ])
  func `what is open is closed, and nothing else`(_ html: String, _ expected: String) {
    #expect(sanitized(html) == expected)
  }

  @Test(arguments: [
    ("a < b <3 <", "a &lt; b &lt;3 &lt;"),
    ("<a href=\"never closed <b>x</b>", "&lt;a href=&quot;never closed &lt;b&gt;x&lt;/b&gt;"),
    ("a<!-- never closed <b>", "a&lt;!-- never closed &lt;b&gt;"),
    ("<", "&lt;"), ("</", "&lt;/"), ("</>x", "x"), ("<b", "&lt;b"), ("AT&T; &", "AT&T; &amp;"),
  ])
  func `what is no tag is text`(_ html: String, _ expected: String) {
    #expect(sanitized(html) == expected)
  }

  @Test func `blocks do not stand in a line of text`() {
    #expect(sanitized("<div><p>a</p><kbd>b</kbd></div>", allowsBlocks: false) == "a<kbd>b</kbd>")
  }

  @Test func `markdown around closes what was opened in it, and keeps what was opened outside`() {
    var sanitizer = Sanitizer()
    var output = ByteWriter()
    sanitizer.write(Array("<div>".utf8)[...], depth: 0, allowsBlocks: true, to: &output)
    sanitizer.write(Array("<b></div>".utf8)[...], depth: 1, allowsBlocks: true, to: &output)
    sanitizer.close(deeperThan: 0, to: &output)
    output.append("|")
    sanitizer.write(Array("</div>".utf8)[...], depth: 0, allowsBlocks: true, to: &output)
    #expect(sanitizer.isEmpty)
    #expect(output.finish() == Array("<div><b></b>|</div>".utf8))
  }

  @Test(
    .timeLimit(.minutes(1)), arguments: ["<b>", "<a <a ", "<!--", "</b", "<b></i>", "&", "<script>", "<a x=\"", "<x "])
  func `hostile repetition costs no more than its length`(_ piece: String) {
    let html = sanitized(String(repeating: piece, count: 50_000))
    #expect(html.utf8.count < 2_000_000)
  }

  /// Pieces that trouble readers of HTML when they meet.
  private static let pieces = [
    "<", ">", "/", "=", "\"", "'", "&", ";", "!", "--", "<!--", "-->", "<b>", "</b>", "<p>", "</p>", "<a href=", "<img",
    " src=", "javascript:", "x", " ", "\n", "\t", "&#58;", "&colon;", "&#x3c", "<script>", "</script>", "<style",
    "<svg ",
    " onload=", "<table>", "<td>", "</table>", "<li>", "<details ", "<div", "</", "]]>", "<![CDATA[", "\u{0}", "é",
  ]

  @Test(arguments: 0..<200)
  func `what came through once comes through again unchanged, and is balanced`(_ seed: UInt64) {
    var random = Random(seed: seed)
    for _ in 0..<20 {
      let html = (0..<Int.random(in: 1...25, using: &random)).map { _ in
        Self.pieces.randomElement(using: &random) ?? ""
      }
      let once = sanitized(html.joined())
      #expect(sanitized(once) == once, "\(html.joined())")
      #expect(!once.contains("<script") && !once.contains("<svg") && !once.contains("<style"), "\(html.joined())")
    }
  }
}
