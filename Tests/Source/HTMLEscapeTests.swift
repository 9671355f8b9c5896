import Source
import TestSupport
import Testing

private func escaped(_ text: String) -> String {
  var writer = ByteWriter()
  writer.append(escaping: text)
  return String(decoding: writer.finish(), as: UTF8.self)
}

@Suite("Escaping for HTML")
struct HTMLEscapeTests {
  @Test(arguments: [
    ("", ""), ("plain", "plain"), ("a < b && c > \"d\"", "a &lt; b &amp;&amp; c &gt; &quot;d&quot;"), ("&", "&amp;"),
    ("<script>", "&lt;script&gt;"), ("it's", "it's"), ("é < 🐳", "é &lt; 🐳"), ("&amp;", "&amp;amp;"),
  ])
  func `text is safe in content and attributes`(text: String, html: String) {
    #expect(escaped(text) == html)
    var writer = ByteWriter()
    writer.append(escaping: Array(("<" + text + ">").utf8).dropFirst().dropLast())
    #expect(writer.finish() == Array(html.utf8), "a slice")
  }

  @Test func `escaped text holds no markup and can be read back`() {
    for var random in Random.series(300) {
      let text = random.text(of: "ab<>&\"é", upTo: 70)
      let html = escaped(text)
      #expect(!html.contains { "<>\"".contains($0) }, "seed \(random.seed)")
      let back = html.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
        .replacing("&amp;", with: "&")
      #expect(back == text, "seed \(random.seed)")
    }
  }

  @Test(arguments: [0, 7, 9, 10, 99, 781, -1, -10, Int.max, Int.min])
  func `numbers are decimal`(number: Int) {
    var writer = ByteWriter()
    writer.append(number)
    #expect(writer.finish() == Array("\(number)".utf8))
  }
}
