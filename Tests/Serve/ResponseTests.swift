import Testing

@testable import Serve

/// A server for the time of a test.
func withServer(
  _ version: SiteVersion = .sample, routes: [Route] = [], _ change: (inout DevServer.Options) -> Void = { _ in },
  _ body: (DevServer) async throws -> Void
) async throws {
  var options = DevServer.Options()
  options.port = .exactly(0)
  change(&options)
  let server = try await DevServer.start(options, serving: version, routes: routes)
  do {
    try await body(server)
    await server.stop()
  } catch {
    await server.stop()
    throw error
  }
}

extension SiteVersion {
  static let style = Array(String(repeating: "body { margin: 0 }\n", count: 200).utf8)
  static let volume = Array("<!doctype html><title>Volume</title>".utf8)

  static let files: [String: Resource] = [
    "index.html": Resource(Array("<title>Start</title>".utf8)),
    "404.html": Resource(Array("<title>Nothing here</title>".utf8)),
    "docker/volume/index.html": Resource(volume),
    "docker/volume/picture.png": Resource(Array(repeating: 7, count: 5_000)),
    "größe/index.html": Resource(Array("<title>Größe</title>".utf8)),
    "assets/style.css": Resource(style),
    "empty.txt": Resource([]),
    "LICENSE": Resource(Array("free".utf8)),
    "a b/c&d.md": Resource(Array("# A".utf8)),
  ]
  static let sample = SiteVersion(files: files)
}

@Suite("What a request is answered", .timeLimit(.minutes(5)))
struct ResponseTests {
  @Test(arguments: [
    ("/", 200, "<title>Start</title>"),
    ("/index.html", 200, "<title>Start</title>"),
    ("/?x=1&y=%00", 200, "<title>Start</title>"),
    ("/docker/volume/", 200, "<!doctype html><title>Volume</title>"),
    ("/docker/%76olume/", 200, "<!doctype html><title>Volume</title>"),
    ("/docker/volume/index.html", 200, "<!doctype html><title>Volume</title>"),
    ("/gr%C3%B6%C3%9Fe/", 200, "<title>Größe</title>"),
    ("/LICENSE", 200, "free"),
    ("/a%20b/c%26d.md", 200, "# A"),
    ("/a%20b/c&d.md", 200, "# A"),
    ("/empty.txt", 200, ""),
    ("http://localhost/LICENSE", 200, "free"),
    ("/nothing", 404, "<title>Nothing here</title>"),
    ("/docker/", 404, "<title>Nothing here</title>"),
    ("/docker", 404, "<title>Nothing here</title>"),
    ("/LICENSE/", 404, "<title>Nothing here</title>"),
    ("/Docker/volume/", 404, "<title>Nothing here</title>"),
    ("/-/nothing", 404, "There is nothing at this address\n"),
    ("/docker/volume/%2e%2e/", 400, "This is not an address of a page\n"),
  ])
  func addressesLeadToFiles(target: String, status: Int, body: String) async throws {
    try await withServer { server in
      for _ in 0..<2 {
        let reply = try await Client.get(server.port, target)
        #expect(reply.status == status)
        #expect(reply.content == body)
        #expect(reply.fields["content-length"] == String(body.utf8.count))
        #expect(reply.fields["x-content-type-options"] == "nosniff")
        #expect(reply.fields["cache-control"] == "no-cache")
        #expect(reply.fields["date"]?.hasSuffix(" GMT") == true)
      }
    }
  }

  @Test(arguments: [
    ("/docker/volume", "/docker/volume/"),
    ("/docker/volume?a=b&c", "/docker/volume/?a=b&c"),
    ("//docker//volume//", "/docker/volume/"),
    ("//docker//volume", "/docker/volume/"),
    ("///LICENSE", "/LICENSE"),
    ("/gr%C3%B6%C3%9Fe", "/gr%C3%B6%C3%9Fe/"),
  ])
  func untidyAddressesLeadToTidyOnes(target: String, location: String) async throws {
    try await withServer { server in
      let reply = try await Client.get(server.port, target)
      #expect(reply.status == 301)
      #expect(reply.fields["location"] == location)
    }
  }

  @Test(arguments: [
    ("/", 302, "/handbook/"), ("/handbook", 301, "/handbook/"), ("/handbook/", 200, nil),
    ("/handbook/docker/volume", 301, "/handbook/docker/volume/"), ("/docker/volume/", 404, nil),
    ("/handbooks/", 404, nil),
  ])
  func aSiteMayLieBelowAPath(target: String, status: Int, location: String?) async throws {
    try await withServer(SiteVersion(base: "/handbook/", files: SiteVersion.files)) { server in
      let reply = try await Client.get(server.port, target)
      #expect(reply.status == status)
      #expect(reply.fields["location"] == location)
      if status == 404 { #expect(reply.content == "<title>Nothing here</title>") }
    }
  }

  @Test(arguments: [
    ("/", "text/html; charset=utf-8"), ("/assets/style.css", "text/css; charset=utf-8"),
    ("/docker/volume/picture.png", "image/png"), ("/a%20b/c&d.md", "text/markdown; charset=utf-8"),
    ("/LICENSE", "application/octet-stream"),
  ])
  func filesHaveTheirTypes(target: String, type: String) async throws {
    try await withServer { server in
      let reply = try await Client.get(server.port, target)
      #expect(reply.fields["content-type"] == type)
    }
  }

  @Test func `HEAD is answered like GET, without the body`() async throws {
    try await withServer { server in
      for target in ["/assets/style.css", "/nothing", "/docker/volume"] {
        let whole = try await Client.get(server.port, target)
        let head = try await Client.get(server.port, target, method: "HEAD")
        #expect(head.status == whole.status)
        #expect(head.body.isEmpty)
        #expect(head.fields["content-length"] == whole.fields["content-length"])
        #expect(head.fields["etag"] == whole.fields["etag"])
      }
    }
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"])
  func otherMethodsAreNotAllowed(method: String) async throws {
    try await withServer { server in
      let reply = try await Client.get(server.port, "/", "Content-Length: 2\r\n", method: method, body: "ab")
      #expect(reply.status == 405)
      #expect(reply.fields["allow"] == "GET, HEAD")
    }
  }

  @Test func `what the client has is not sent again`() async throws {
    try await withServer { server in
      let first = try await Client.get(server.port, "/assets/style.css")
      let tag = try #require(first.fields["etag"])
      for known in [tag, "*", "W/\(tag)", "\"x\", \(tag)"] {
        let reply = try await Client.get(server.port, "/assets/style.css", "If-None-Match: \(known)\r\n")
        #expect(reply.status == 304)
        #expect(reply.body.isEmpty)
        #expect(reply.fields["etag"] == tag)
      }
      for unknown in ["\"x\"", tag.replacing("\"", with: "")] {
        let reply = try await Client.get(server.port, "/assets/style.css", "If-None-Match: \(unknown)\r\n")
        #expect(reply.status == 200)
      }
    }
  }

  @Test(arguments: [
    ("gzip", true), ("GZIP", true), ("deflate, gzip;q=0.5", true), ("*", true), ("br", false), ("gzip;q=0", false),
    ("identity, *;q=0", false), ("gzip; q=0.0, *", false), ("", false),
  ])
  func textIsCompressedForThoseWhoReadIt(encoding: String, isCompressed: Bool) async throws {
    try await withServer { server in
      for _ in 0..<2 {
        let reply = try await Client.get(server.port, "/assets/style.css", "Accept-Encoding: \(encoding)\r\n")
        #expect((reply.fields["content-encoding"] == "gzip") == isCompressed)
        #expect(reply.fields["vary"] == "Accept-Encoding")
        #expect(isCompressed ? reply.body.starts(with: [0x1F, 0x8B]) : reply.body == SiteVersion.style)
        if isCompressed { #expect(reply.body.count < 400) }
      }
    }
  }

  @Test func `each encoding has its own tag, and pictures and small files have but one`() async throws {
    try await withServer { server in
      let plain = try await Client.get(server.port, "/assets/style.css").fields["etag"]
      let gzip = try await Client.get(server.port, "/assets/style.css", "Accept-Encoding: gzip\r\n").fields["etag"]
      #expect(plain != gzip)
      for target in ["/docker/volume/picture.png", "/"] {
        let reply = try await Client.get(server.port, target, "Accept-Encoding: gzip\r\n")
        #expect(reply.fields["content-encoding"] == nil)
        #expect(reply.fields["vary"] == nil)
      }
    }
  }

  @Test(arguments: [
    ("bytes=0-3", 206, "bytes 0-3/3800", 0..<4), ("bytes=3790-", 206, "bytes 3790-3799/3800", 3_790..<3_800),
    ("bytes=-5", 206, "bytes 3795-3799/3800", 3_795..<3_800), ("bytes=10-99999", 206, "bytes 10-3799/3800", 10..<3_800),
    ("bytes=-99999", 206, "bytes 0-3799/3800", 0..<3_800), ("bytes=3800-", 416, "bytes */3800", 0..<0),
    ("bytes=-0", 416, "bytes */3800", 0..<0), ("bytes=5-2", 200, nil, 0..<3_800),
    ("bytes=0-1,3-4", 200, nil, 0..<3_800),
    ("lines=1-2", 200, nil, 0..<3_800), ("bytes=a-b", 200, nil, 0..<3_800),
    ("bytes=0-99999999999999999999999", 206, "bytes 0-3799/3800", 0..<3_800),
  ])
  func partsOfFilesAreSent(range: String, status: Int, contentRange: String?, part: Range<Int>) async throws {
    try await withServer { server in
      let reply = try await Client.get(
        server.port, "/assets/style.css", "Range: \(range)\r\nAccept-Encoding: gzip\r\n")
      #expect(reply.status == status)
      #expect(reply.fields["content-range"] == contentRange)
      if status != 416 { #expect(reply.body == Array(SiteVersion.style[part])) }
    }
  }

  @Test func `a part is sent only of the file that the client knows`() async throws {
    try await withServer { server in
      let tag = try #require(try await Client.get(server.port, "/assets/style.css").fields["etag"])
      for (field, status) in [(tag, 206), ("\"x\"", 200), ("W/\(tag)", 200), ("Thu, 01 Jan 2026 00:00:00 GMT", 200)] {
        let fields = "Range: bytes=0-1\r\nIf-Range: \(field)\r\n"
        let reply = try await Client.get(server.port, "/assets/style.css", fields)
        #expect(reply.status == status)
      }
    }
  }
}
