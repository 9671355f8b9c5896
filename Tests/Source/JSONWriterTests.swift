import Source
import Testing

<<<<<<< HEAD
@Suite("JSON says what it is given")
struct JSONWriterTests {
  @Test(arguments: [
    ("", #""""#),
    ("plain ü € 😀", #""plain ü € 😀""#),
    ("a\"b\\c", #""a\"b\\c""#),
    ("\n\r\t\u{0}\u{1F}\u{7F}", #""\n\r\t\u0000\u001f\u007f""#),
    ("</script>", #""\u003c/script>""#),
    ("a\u{2028}b\u{2029}c\u{2027}\u{202A}", "\"a\\u2028b\\u2029c\u{2027}\u{202A}\""),
    ("…\u{2028}", "\"…\\u2028\""),
  ])
  func string(text: String, expected: String) {
=======
@Suite struct JSONWriterTests {
  /// A text, and how it stands in JSON.
  static let strings: [(String, String)] = [
    ("", #""""#),
    ("volume", #""volume""#),
    ("a \"b\" \\ c", #""a \"b\" \\ c""#),
    ("a\nb\tc\rd", #""a\nb\tc\rd""#),
    ("\u{1}\u{1F}\u{7F}", #""\u0001\u001f\u007f""#),
    ("</script>", #""\u003c/script>""#),
    ("é … “x” 日本 🐳", #""é … “x” 日本 🐳""#),
    ("a\u{2028}b\u{2029}c\u{2027}", "\"a\\u2028b\\u2029c\u{2027}\""),
  ]

  @Test(arguments: strings) func `a string is escaped where it must be`(text: String, expected: String) {
>>>>>>> e4e95bb (Look at the first two bytes of a secret, and write JSON byte by byte)
    var json = JSONWriter()
    json.string(text)
    #expect(String(decoding: json.finish(), as: UTF8.self) == expected)
  }
}
