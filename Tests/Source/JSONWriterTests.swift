import Source
import Testing

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
    var json = JSONWriter()
    json.string(text)
    #expect(String(decoding: json.finish(), as: UTF8.self) == expected)
  }
}
