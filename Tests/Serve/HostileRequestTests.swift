import TestSupport
import Testing

@testable import Serve

@Suite("What hostile clients are answered", .timeLimit(.minutes(5)))
struct HostileRequestTests {
  /// A request, and the statuses of the answers until the connection ends.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let request: String
    let statuses: [Int]

    init(_ name: String, _ request: String, _ statuses: [Int]) {
      (self.name, self.request, self.statuses) = (name, request, statuses)
    }

    var testDescription: String { name }
  }

  private static let host = "Host: localhost\r\n"
  private static let close = "Host: localhost\r\nConnection: close\r\n\r\n"
  static let cases = [
    Case("two lengths", "POST / HTTP/1.1\r\n\(host)Content-Length: 1\r\nContent-Length: 2\r\n\r\nab", [400]),
    Case(
      "length and chunks", "POST / HTTP/1.1\r\n\(host)Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
      [400]),
    Case("odd encoding", "POST / HTTP/1.1\r\n\(host)Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", [400]),
    Case("negative length", "POST / HTTP/1.1\r\n\(host)Content-Length: -1\r\n\r\n", [400]),
    Case("endless length", "POST / HTTP/1.1\r\n\(host)Content-Length: 99999999999999999999\r\n\r\n", [400]),
    Case("length beyond the limit", "POST / HTTP/1.1\r\n\(host)Content-Length: 99999999\r\n\r\n", [413]),
    Case("blank before the colon", "GET / HTTP/1.1\r\nHost : localhost\r\n\r\n", [400]),
    Case("no host", "GET / HTTP/1.1\r\n\r\n", [400]),
    Case("two hosts", "GET / HTTP/1.1\r\n\(host)\(host)\r\n", [400]),
    Case("a newline in a field", "GET / HTTP/1.1\r\n\(host)A: b\rc\r\n\r\n", [400]),
    Case("NUL in a field", "GET / HTTP/1.1\r\n\(host)A: b\0c\r\n\r\n", [400]),
    Case("NUL in the target", "GET /\0 HTTP/1.1\r\n\(host)\r\n", [400]),
    Case("no HTTP", "hello\r\n\r\n", [400]),
    Case("TLS", "\u{16}\u{03}\u{01}\u{00}\u{A5}\u{01}\u{00}\u{00}\r\n\r\n", [400]),
    Case("HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", [400]),
    Case("HTTP/3.1", "GET / HTTP/3.1\r\n\(host)\r\n", [505]),
    Case("HTTP/1.0", "GET / HTTP/1.0\r\n\r\n", [200]),
    Case("an asterisk", "OPTIONS * HTTP/1.1\r\n\(close)", [400]),
    Case("CONNECT", "CONNECT localhost:80 HTTP/1.1\r\n\(close)", [400]),
    Case("an upgrade", "GET / HTTP/1.1\r\n\(host)Connection: upgrade\r\nUpgrade: websocket\r\n\r\nabc", [200]),
    Case("another host", "GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", [403]),
    Case("another host as a target", "GET http://evil.example/ HTTP/1.1\r\n\(close)", [403]),
    Case("many fields", "GET / HTTP/1.1\r\n\(host)\(String(repeating: "A: b\r\n", count: 200))\r\n", [431]),
    Case("a long field", "GET / HTTP/1.1\r\n\(host)A: \(String(repeating: "a", count: 40_000))\r\n\r\n", [431]),
    Case("a long target", "GET /\(String(repeating: "a", count: 40_000)) HTTP/1.1\r\n\(close)", [431]),
    Case(
      "a second request in a body",
      "GET / HTTP/1.1\r\n\(host)Content-Length: 5\r\n\r\nGET /GET /LICENSE HTTP/1.1\r\n\(close)",
      [200, 200]),
    Case(
      "one after the other", "GET / HTTP/1.1\r\n\(host)\r\nGET /x HTTP/1.1\r\n\(host)\r\nGET / HTTP/1.1\r\n\(close)",
      [200, 404, 200]),
    Case(
      "good, then bad", "GET / HTTP/1.1\r\n\(host)\r\nG@T / HTTP/1.1\r\n\r\nGET / HTTP/1.1\r\n\(close)", [200, 400]),
    Case("after a close", "GET / HTTP/1.1\r\n\(close)GET / HTTP/1.1\r\n\(close)", [200]),
    Case("empty lines first", "\r\n\r\nGET / HTTP/1.1\r\n\(close)", [200]),
    Case(
      "chunks", "POST / HTTP/1.1\r\n\(host)Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n2\r\nab\r\n0\r\n\r\n",
      [405]),
    Case("bad chunks", "POST / HTTP/1.1\r\n\(host)Transfer-Encoding: chunked\r\n\r\nzz\r\nab\r\n0\r\n\r\n", [400]),
  ]

  @Test(arguments: cases)
  func answeredAndEnded(hostile: Case) async throws {
    try await withServer { server in
      let replies = try await Client.ask(server.port, hostile.request)
      #expect(replies.map(\.status) == hostile.statuses)
      let reply = try await Client.get(server.port, "/")
      #expect(reply.status == 200)
    }
  }

  @Test(arguments: [
    "/../secret", "/..", "/docker/../../secret", "/%2e%2e/secret", "/%2E./secret", "/..%2fsecret", "/docker/%2e%2e%2f",
    "/..%5csecret", "/\\secret", "/%00", "/a%00.html", "/%0d%0aSet-Cookie:x", "/%", "/%zz", "/%c0%ae%c0%ae/secret",
    "/%ff",
    "/./", "//../", "/docker/./volume/", "/%7f",
  ])
  func nothingOutsideIsServed(target: String) async throws {
    try await withServer { server in
      let reply = try await Client.get(server.port, target)
      #expect(reply.status == 400)
      #expect(reply.fields["set-cookie"] == nil)
    }
  }

  @Test func `a request that comes in pieces is answered`() async throws {
    try await withServer { server in
      let client = try await Client(server.port)
      defer { client.close() }
      for byte in "GET /LICENSE HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".utf8 {
        try await client.send([byte])
      }
      #expect(try Reply.all(in: try await client.receiveAll()).map(\.content) == ["free"])
    }
  }

  @Test func `half a request is not answered, and its connection ends`() async throws {
    try await withServer(.sample, { $0.limits.idleMilliseconds = 1_500 }) { server in
      let halves = [
        "", "GET /LICEN", "GET / HTTP/1.1\r\nHost: local", "GET / HTTP/1.1\r\n\(Self.host)Content-Length: 9\r\n\r\nabc",
      ]
      var clients: [Client] = []
      for half in halves {
        let client = try await Client(server.port)
        try await client.send(half)
        clients.append(client)
      }
      let statuses = try await clients.asyncMap { try Reply.all(in: try await $0.receiveAll()).map(\.status) }
      #expect(statuses == [[], [], [], [408]])
      for client in clients { client.close() }
      #expect(await eventually { await server.connectionCount == 0 })
    }
  }

  @Test func `who has said all is answered before the end`() async throws {
    let version = SiteVersion(holds: { $0 == "slow.txt" }) { _ in
      try? await Task.sleep(for: .milliseconds(100))
      return Resource(Array("slow".utf8))
    }
    try await withServer(version) { server in
      let client = try await Client(server.port)
      defer { client.close() }
      try await client.send("GET /slow.txt HTTP/1.1\r\n\(Self.host)\r\nGET /slow.txt HTTP/1.1\r\n\(Self.host)\r\n")
      client.finish()
      #expect(try Reply.all(in: try await client.receiveAll()).map(\.content) == ["slow", "slow"])
    }
  }

  private static let big = (0..<8_000_000).map { UInt8(truncatingIfNeeded: $0) }

  @Test func `who reads slowly gets all of it`() async throws {
    try await withServer(SiteVersion(files: ["big.bin": Resource(Self.big)]), { $0.limits.idleMilliseconds = 2_000 }) {
      server in
      let client = try await Client(server.port, receiveBuffer: 65_536)
      defer { client.close() }
      try await client.send("GET /big.bin HTTP/1.1\r\n\(Self.close)")
      try await Task.sleep(for: .seconds(2.5))
      let received = try await client.receiveAll()
      #expect(try Reply.all(in: received).map(\.body) == [Self.big])
    }
  }

  @Test func `who does not read at all is cut off`() async throws {
    try await withServer(SiteVersion(files: ["big.bin": Resource(Self.big)]), { $0.limits.stallMilliseconds = 300 }) {
      server in
      let client = try await Client(server.port, receiveBuffer: 8_192)
      defer { client.close() }
      try await client.send("GET /big.bin HTTP/1.1\r\n\(Self.close)")
      #expect(await eventually { await server.connectionCount == 1 })
      #expect(await eventually { await server.connectionCount == 0 })
    }
  }

  @Test func `a flood of requests on one connection is answered in order`() async throws {
    try await withServer { server in
      let client = try await Client(server.port)
      defer { client.close() }
      let targets = ["/LICENSE", "/", "/nothing", "/assets/style.css"]
      let requests = (0..<2_000).map { "GET \(targets[$0 % 4]) HTTP/1.1\r\n\(Self.host)\r\n" }.joined()
      async let sent: Void = client.send(requests + "GET /empty.txt HTTP/1.1\r\n\(Self.close)")
      let replies = try Reply.all(in: try await client.receiveAll())
      try await sent
      #expect(replies.count == 2_001)
      #expect(replies.dropLast().map(\.status) == (0..<2_000).map { $0 % 4 == 2 ? 404 : 200 })
      #expect(replies.prefix(4).map(\.body.count) == [4, 20, 27, 3_800])
    }
  }

  @Test func `nonsense does no harm`() async throws {
    let pieces = [
      "GET", "POST", "HEAD", " ", "/", "/LICENSE", "%", "..", "?", " HTTP/1.1", " HTTP/1.0", "\r\n", "\r\n", "\n", "\r",
      ":",
      "Host: localhost\r\n", "Content-Length: 3\r\n", "Transfer-Encoding: chunked\r\n", "Connection: upgrade\r\n",
      "Upgrade: h2c\r\n", "Expect: 100-continue\r\n", "Range: bytes=1-\r\n", "3\r\nabc\r\n", "0\r\n\r\n", "abc", "\0",
      "\u{FF}",
      "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", "POST /-/x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\n\r\n",
    ]
    try await withServer(routes: [Route("/-/x", post: true) { RouteResponse(body: $0.body) }]) { server in
      for var random in Random.series(400) {
        let client = try await Client(server.port)
        defer { client.close() }
        let request = random.text(of: pieces, upTo: 25)
        // The server may hang up while something is still to be sent.
        try? await client.send(request)
        client.finish()
        let received = try await client.receiveAll()
        #expect(received.isEmpty || received.starts(with: "HTTP/1.1 ".utf8), "seed \(random.seed)")
      }
      #expect(await eventually { await server.connectionCount == 0 })
      let reply = try await Client.get(server.port, "/")
      #expect(reply.status == 200)
    }
  }

  @Test func `more connections than allowed are turned away`() async throws {
    try await withServer(.sample, { $0.limits.connections = 3 }) { server in
      var clients: [Client] = []
      for _ in 0..<3 { clients.append(try await Client(server.port)) }
      #expect(await eventually { await server.connectionCount == 3 })
      let fourth = try await Client(server.port)
      #expect(try await fourth.receiveAll().isEmpty)
      for client in clients + [fourth] { client.close() }
      #expect(await eventually { await server.connectionCount == 0 })
    }
  }
}
