import Testing

@testable import Search

@Suite("Body words")
struct BodyWordsTests {
  /// The words of HTML, each with how often it stands there if that is more than once.
  private static func words(_ html: String) -> [String] {
    var words: [String] = []
    BodyWords(html: html.utf8.span).forEach { bytes, word, count in
      let name = text(word.map { bytes[$0] })
      words.append(count == 1 ? name : "\(name) \(count)")
    }
    return words
  }

  @Test(
    "A page's words are counted",
    arguments: [
      ("<p>Pods and a pod, PODS</p>", ["pods 2", "pod"]),
      ("vol<em>um</em>es<p>x</p>y<br>z", ["volumes", "x", "y", "z"]),
      ("<span class=\"k\">spec</span>.<span>template</span>", ["spec", "spec.template", "template"]),
      ("a&amp;b &lt;tag&gt; &#x41;1 &#66;2 &unknown; &", ["b", "tag", "a1", "b2", "unknown"]),
      ("Café &#xDC;ber", ["cafe", "uber"]),
      ("<script>let x</script>one<style>p {}</style>two<svg>three</svg>", ["one", "two", "three"]),
      ("Pod's don’t O'Reilly", ["pod", "don", "o", "reilly"]),
      ("容器网络 和", ["容器", "器网", "网络", "和"]),
      ("run --dry-run=client -p 80", ["run 2", "dry", "dry-run=client", "dry-run", "client", "p", "-p", "80"]),
      ("The end.\nNext", ["end", "next"]), ("<p", []), ("<", []), ("&#xD800; &#x110000; &#;", ["xd800", "x110000"]),
      ("", []),
    ])
  func counts(html: String, expected: [String]) {
    #expect(Self.words(html) == expected)
  }

  @Test func `what is too long to be looked for is no word`() {
    let long = String(repeating: "x", count: 81)
    #expect(Self.words("\(long) \(long.dropFirst()) é\(long) end") == [String(long.dropFirst()), "end"])
  }

  @Test func `words are counted up to 255`() {
    #expect(Self.words(String(repeating: "pod ", count: 400)) == ["pod 255"])
  }

  @Test func `many words on one page are kept apart`() {
    let words = (0..<5000).map { "w\($0)" }
    #expect(Self.words(words.joined(separator: " ")) == words)
  }

  @Test func `a page that never ends a tag, a reference or a token is read once`() {
    for piece in ["<a ", "&#", "&", "a-", "a.b/", "容", "<script>", "</"] {
      let html = String(repeating: piece, count: 20_000)
      _ = BodyWords(html: html.utf8.span)
    }
  }

  @Test func `weights rise with the count and fall with the length of a text`() {
    let impact = Impact(lengths: [50, 150])
    #expect([0, 1, 2, 4, 8, 255].map { impact.scale(length: 100).impact(count: $0) } == [0, 5, 7, 9, 11, 15])
    #expect([10, 100, 1000, 100_000].map { impact.scale(length: $0).impact(count: 1) } == [8, 5, 0, 0])
    #expect(Impact(lengths: []).scale(length: 0).impact(count: 1) == 8)
  }
}
