import Testing

@testable import Notes

@Suite("Sentences that cite")
struct SentenceReaderTests {
  /// HTML in which `[` and `]` stand around the name, and the sentence with the name in the same brackets.
  static let sentences: [(html: String, sentence: String)] = [
    ("<p>One. A [volume] stays. Three.</p>", "A [volume] stays."),
    ("<p>[Volumes] stay! Others go.</p>", "[Volumes] stay!"),
    ("<p>Is it a [volume]? Yes.</p>", "Is it a [volume]?"),
    // Where no sentence ends: abbreviations, initials, numbers, names of files, small letters.
    ("<p>Stores, e.g. [volumes], i.e. Folders, stay. End.</p>", "Stores, e.g. [volumes], i.e. Folders, stay."),
    ("<p>J. Doe likes [volumes] vs. Disks. End.</p>", "J. Doe likes [volumes] vs. Disks."),
    (
      "<p>Since 28.2 the file a.yaml of a [volume] etc. is read. End.</p>",
      "Since 28.2 the file a.yaml of a [volume] etc. is read."
    ),
    // Behind quotes and brackets it does.
    ("<p>He said \u{201C}no.\u{201D} A [volume] stays.</p>", "A [volume] stays."),
    ("<p>(It is so.) A [volume] stays.</p>", "A [volume] stays."),
    // Not within code; but a sentence may begin with it.
    ("<p>Run <code>a. B</code> with a [volume]. End.</p>", "Run a. B with a [volume]."),
    ("<p>It stays. <code>docker run</code> makes a [volume]. End.</p>", "docker run makes a [volume]."),
    // A block ends it: entries, cells, breaks between paragraphs.
    ("<ul>\n<li>a [volume] of data</li>\n<li>Other</li>\n</ul>", "a [volume] of data"),
    ("<table><tr><td>x</td><td>the [volume] it is</td></tr></table>", "the [volume] it is"),
    ("<p>Before</p>\n<p>A [volume]</p>\n<p>After</p>", "A [volume]"),
    ("<ul><li>A [volume]:\n<ul><li>inner</li></ul></li></ul>", "A [volume]:"),
    // Marks within a line fall away, references become characters.
    (
      "<p>An <em>old</em> <strong>[volume]</strong> &amp; <code>a &lt; b</code>\nstays.</p>",
      "An old [volume] & a < b stays."
    ),
    ("<p>A <code>[VOLUME]</code> &#8212; &#x2764;&unknown; stays</p>", "A [VOLUME] \u{2014} \u{2764}&unknown; stays"),
    ("<p>A [volume]<sup><a href=\"#fn-1\" id=\"fnref-1\" class=\"fnref\">1</a></sup> stays.</p>", "A [volume] stays."),
    ("<li id=\"fn-1\"><p>See [volume]. <a href=\"#fnref-1\" class=\"backref\">↩</a></p></li>", "See [volume]."),
    ("<p>一。这是[卷]的数据。三。</p>", "这是[卷]的数据。"),
  ]

  @Test("are cut out", arguments: sentences)
  func cut(_ html: String, _ expected: String) {
    let (bytes, name) = Self.marked(html)
    #expect(Self.shown(SentenceReader.sentence(around: name, in: bytes)) == expected)
  }

  @Test("are shortened around the name where they are long")
  func long() {
    let words = String(repeating: "word ", count: 400)
    let (bytes, name) = Self.marked("<p>\(words)[volume] \(words)</p>")
    let shown = Self.shown(SentenceReader.sentence(around: name, in: bytes))
    #expect(shown.hasPrefix("… word ") && shown.hasSuffix(" word …") && shown.contains(" [volume] "))
    #expect((200...260).contains(shown.utf8.count))
  }

  @Test("have the name in them, and never half a tag, wherever that stands")
  func everywhere() {
    let html = Array(
      "<p>Ä <a href=\"x.html\" title=\"a. B\">link</a> of &lt;b&gt; <img src=\"é.png\" alt=\"x\"> end. Two <b>b</b></p>\n"
        .utf8)
    let long = (0..<40).flatMap { _ in html }
    for start in 0..<long.count {
      for length in [1, 7] where start + length <= long.count {
        let sentence = SentenceReader.sentence(around: start..<start + length, in: long)
        #expect(sentence.name.upperBound <= sentence.text.count && sentence.name.lowerBound >= 0)
      }
    }
    let (bytes, name) = Self.marked(
      String(repeating: "é", count: 5_000) + "[volume]" + String(repeating: "é", count: 5_000))
    let cut = SentenceReader.sentence(around: name, in: bytes)
    #expect(String(validating: cut.text, as: UTF8.self) != nil)
  }

  @Test(
    "of a paragraph that begins a text are read whole",
    arguments: [
      ("<p>A <em>pod</em> runs. It ends.</p>\n<p>Two</p>", "A pod runs. It ends."), ("<h2>x</h2><p>a</p>", nil),
      ("<p></p>", ""), ("", nil),
    ] as [(String, String?)])
  func first(_ html: String, _ expected: String?) {
    #expect(SentenceReader.firstParagraph(of: Array(html.utf8)).map { String(decoding: $0, as: UTF8.self) } == expected)
  }

  /// The HTML without the brackets, and where they stood.
  private static func marked(_ html: String) -> ([UInt8], Range<Int>) {
    var bytes = Array(html.utf8)
    let start = bytes.firstIndex(of: UInt8(ascii: "[")) ?? 0
    bytes.remove(at: start)
    let end = bytes.firstIndex(of: UInt8(ascii: "]")) ?? start
    bytes.remove(at: end)
    return (bytes, start..<end)
  }

  private static func shown(_ sentence: Sentence) -> String {
    let (text, name) = (sentence.text, sentence.name)
    let parts = [text[..<name.lowerBound], text[name], text[name.upperBound...]].map {
      String(decoding: $0, as: UTF8.self)
    }
    return "\(parts[0])[\(parts[1])]\(parts[2])"
  }
}
