import Source
import TestSupport
import Testing

@Suite struct HTMLContentTests {
  private static func piecewise(_ text: [UInt8], _ cuts: [Int], raw: Bool = false) -> String {
    var html = ByteWriter()
    for (start, end) in zip(cuts, cuts.dropFirst()) {
      if raw { html.append(text.span, start..<end) } else { html.append(content: text.span, start..<end) }
    }
    return String(decoding: html.bytes, as: UTF8.self)
  }

  @Test(
    "Between tags, ampersands and angles are escaped and quotes stay",
    arguments: [
      ("", ""), ("a < b && \"c\" > 'd'", "a &lt; b &amp;&amp; \"c\" &gt; 'd'"),
      ("a long line without anything special in it", "a long line without anything special in it"),
      ("<<<<<<<<<<<<<<<<<<", String(repeating: "&lt;", count: 18)),
    ])
  func escapes(text: String, expected: String) {
    let bytes = Array(text.utf8)
    #expect(Self.piecewise(bytes, [0, bytes.count]) == expected)
    #expect(ByteWriter.isContent(bytes.span) == (text == expected))
  }

  @Test("A text in pieces is the text, wherever it is cut")
  func pieces() {
    for var random in Random.series(500) {
      let bytes = Array(random.text(of: "ab <&>\"é", upTo: 80).utf8)
      let cuts = [0] + (0..<random.int(0...8)).map { _ in random.int(0...bytes.count) }.sorted() + [bytes.count]
      #expect(Self.piecewise(bytes, cuts, raw: true) == String(decoding: bytes, as: UTF8.self), "seed \(random.seed)")
      #expect(Self.piecewise(bytes, cuts) == Self.piecewise(bytes, [0, bytes.count]), "seed \(random.seed)")
    }
  }
}
