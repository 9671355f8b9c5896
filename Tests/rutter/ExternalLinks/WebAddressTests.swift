import Source
import Testing

@testable import rutter

@Suite("Addresses of the web")
struct WebAddressTests {
  @Test(arguments: [
    ("https://Example.org/a?b#c", "https://Example.org/a?b", "example.org", "c"),
    ("http://example.org:8080", "http://example.org:8080", "example.org:8080", nil),
    ("HTTPS://user:word@example.org/", "HTTPS://user:word@example.org/", "example.org", nil),
    ("//example.org/x", "https://example.org/x", "example.org", nil),
    ("https://example.org?q=/#", "https://example.org?q=/", "example.org", ""),
  ])
  func `are taken apart`(written: String, text: String, host: String, fragment: String?) throws {
    let address = try #require(WebAddress(written))
    #expect(address.text == text)
    #expect(address.host == host)
    #expect(address.fragment == fragment)
  }

  @Test(arguments: ["", "mailto:a@example.org", "https://", "http:///path", "ftp://example.org", "https://a b", "/a"])
  func `all else is none`(written: String) {
    #expect(WebAddress(written) == nil)
  }

  @Test(arguments: [
    ("#part", "part"), ("#caf%C3%A9", "caf%C3%A9"), ("#", nil), ("#top", nil), ("#/route", nil), ("#!x", nil),
    ("#:~:text=a", nil), ("#page=2", nil), ("", nil),
  ])
  func `a fragment that a page must have`(written: String, anchor: String?) {
    #expect(WebAddress("https://example.org/" + written)?.anchor == anchor)
  }

  @Test(arguments: [
    ("/new", "https://example.org/new"), ("new", "https://example.org/a/new"), ("?q", nil),
    ("http://other.example/x", "http://other.example/x"), ("//other.example/", "https://other.example/"),
    ("file:///etc/passwd", nil), ("javascript:x", nil), ("", nil),
  ])
  func `a redirection is seen from where it stands`(location: String, expected: String?) {
    let address = WebAddress("https://example.org/a/b?c")
    #expect(location == "?q" || address?.following(location)?.text == expected)
  }
}

@Suite("Answers of web servers")
struct WebAnswerTests {
  private static func answer(_ output: String, errors: String = "") -> WebAnswer {
    WebAnswer(ChildProcess.Ending(code: 0, output: Array(output.utf8), errors: Array(errors.utf8)))
  }

  @Test func `the head is read`() {
    let answer = Self.answer(
      "HTTP/1.1 301 Moved\r\nLOCATION:  /new \r\nRetry-After: 12\r\nContent-Type: Text/HTML; charset=x\r\n\r\n<p>")
    #expect(answer.status == 301)
    #expect(answer.location == "/new")
    #expect(answer.retryAfter == 12)
    #expect(answer.isHTML)
    #expect(answer.body.string == "<p>")
    #expect(answer.failure == nil)
  }

  @Test func `what goes before the answer is passed over`() {
    let answer = Self.answer("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/2 200\r\n\r\nHTTP/1.1 404 in the text")
    #expect(answer.status == 200)
    #expect(answer.body.string == "HTTP/1.1 404 in the text")
  }

  @Test(arguments: [
    ("curl: (6) Could not resolve host: a\n", "Could not resolve host: a"), ("", "no answer"), ("odd", "odd"),
  ])
  func `without an answer there is a reason`(errors: String, reason: String) {
    #expect(Self.answer("", errors: errors).failure == reason)
  }

  @Test(arguments: [
    ("<h1 id=\"a\">", true), ("<h1 id='a'>", true), ("<h1 id=a>", true), ("<h1 id=a class=b>", true),
    ("<a name = \"a\">", true), ("<p ID=a/>", true), ("<p id=\"user-content-a\">", true), ("<p id=\"ab\">", false),
    ("<p id=ab>", false), ("<p class=\"a\">", false), ("", false), ("id=", false), ("id=\"a", false),
  ])
  func `a part of a page has its name as id`(body: String, isThere: Bool) {
    #expect(Self.answer("HTTP/1.1 200 OK\r\n\r\n" + body).hasAnchor("a") == isThere)
  }

  @Test func `escapes of a fragment are undone`() {
    #expect(Self.answer("HTTP/1.1 200 OK\r\n\r\n<p id=\"café\">").hasAnchor("caf%C3%A9"))
  }

  @Test func `a large page is searched in one go`() {
    let body = String(repeating: "<p class=x id= name =\"b\">", count: 40_000)
    #expect(!Self.answer("HTTP/1.1 200 OK\r\n\r\n" + body).hasAnchor("a"))
  }
}
