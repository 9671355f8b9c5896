import Testing

@testable import Serve

/// An event as it was received.
private struct Event: Equatable {
  var id = ""
  var name = ""
  var data = ""

  /// The events in what a stream sent, whose last one may be cut.
  static func all(in bytes: [UInt8]) -> [Event] {
    let whole = text(bytes)
    guard let head = whole.firstRange(of: "\r\n\r\n") else { return [] }
    let parts = String(whole[head.upperBound...]).split(separator: "\n\n", omittingEmptySubsequences: false).dropLast()
    return parts.compactMap { part in
      var event = Event()
      var data: [Substring] = []
      for line in part.split(separator: "\n") {
        if line.hasPrefix("id: ") { event.id = String(line.dropFirst(4)) }
        if line.hasPrefix("event: ") { event.name = String(line.dropFirst(7)) }
        if line.hasPrefix("data: ") { data.append(line.dropFirst(6)) }
      }
      event.data = data.joined(separator: "\n")
      return event.name.isEmpty ? nil : event
    }
  }
}

@Suite("How open pages are told", .timeLimit(.minutes(5)))
struct LiveReloadTests {
  private static func listen(_ port: Int, _ fields: String = "", query: String = "", buffer: Int32? = nil) async throws
    -> Client
  {
    let client = try await Client(port, receiveBuffer: buffer)
    try await client.send("GET /-/live\(query) HTTP/1.1\r\nHost: localhost:\(port)\r\n\(fields)\r\n")
    return client
  }

  private static func events(_ client: Client, until name: String) async throws -> [Event] {
    let mark = Array("event: \(name)\n".utf8)
    return Event.all(
      in: try await client.receiveAll { $0.suffix(2) == [10, 10] && $0.suffix(4_096).firstRange(of: mark) != nil })
  }

  @Test func `every page is told everything in order`() async throws {
    try await withServer { server in
      var clients: [Client] = []
      for _ in 0..<100 { clients.append(try await Self.listen(server.port)) }
      #expect(await eventually { await server.live.listenerCount == 100 })
      for number in 0..<1_000 { await server.live.send("change", data: "\(number)") }
      await server.live.send("end", data: "")
      try await withThrowingTaskGroup(of: Bool.self) { group in
        for client in clients {
          group.addTask {
            let events = try await Self.events(client, until: "end")
            return events.first?.name == "hello"
              && events.dropFirst().dropLast().map(\.data) == (0..<1_000).map(String.init)
          }
        }
        for try await isWhole in group { #expect(isWhole) }
      }
      for client in clients.prefix(60) { client.close() }
      #expect(await eventually { await server.live.listenerCount == 40 })
      await server.live.send("change", data: "to those who are left")
      for client in clients.dropFirst(60) { client.close() }
      #expect(await eventually { await server.live.listenerCount == 0 })
      #expect(await eventually { await server.connectionCount == 0 })
    }
  }

  @Test func `who returns is sent what was missed`() async throws {
    try await withServer { server in
      let before = await server.live.send("change", data: "1")
      for number in 2...5 { await server.live.send("change", data: "\(number)\nof 5") }
      await server.live.send("end", data: "")
      for (fields, query) in [("Last-Event-ID: \(before)\r\n", ""), ("", "?since=\(before)")] {
        let client = try await Self.listen(server.port, fields, query: query)
        defer { client.close() }
        let events = try await Self.events(client, until: "end")
        #expect(events.map(\.data) == ["2\nof 5", "3\nof 5", "4\nof 5", "5\nof 5", ""])
        #expect(events.last?.id == (await server.live.lastID))
      }
    }
  }

  @Test func `a page misses nothing before it listens`() async throws {
    try await withServer { server in
      await server.live.send("change", data: "1")
      for target in ["/", "/nothing"] {
        let page = try await Client.get(server.port, target)
        let field = try #require(page.fields["server-timing"])
        #expect(field == "live;desc=\"\(await server.live.lastID)\"")
        await server.live.send("change", data: "2")
        await server.live.send("end", data: "")
        let client = try await Self.listen(server.port, query: "?since=\(field.dropFirst(11).dropLast())")
        defer { client.close() }
        #expect(try await Self.events(client, until: "end").map(\.data) == ["2", ""])
      }
      let style = try await Client.get(server.port, "/assets/style.css")
      #expect(style.fields["server-timing"] == nil)
    }
  }

  @Test(arguments: ["abc-1", "1", "", "x-99999999999999999999"])
  func whoWasThereInAnotherRunIsToldToLoadAgain(id: String) async throws {
    try await withServer { server in
      await server.live.send("change", data: "1")
      let client = try await Self.listen(server.port, "Last-Event-ID: \(id)\r\n")
      defer { client.close() }
      #expect(try await Self.events(client, until: "reset").map(\.name) == ["reset"])
      await server.live.send("end", data: "")
      #expect(try await client.receiveAll { text($0).contains("event: end") }.count < 100)
    }
  }

  @Test func `who missed more than is kept is told to load again`() async throws {
    try await withServer { server in
      let first = await server.live.send("change", data: "1")
      for number in 0..<4_200 { await server.live.send("change", data: "\(number)") }
      let client = try await Self.listen(server.port, "Last-Event-ID: \(first)\r\n")
      defer { client.close() }
      #expect(try await Self.events(client, until: "reset").map(\.name) == ["reset"])
    }
  }

  @Test func `who reads slowly holds nobody up and misses nothing`() async throws {
    try await withServer { server in
      let slow = try await Self.listen(server.port, buffer: 65_536)
      let quick = try await Self.listen(server.port)
      defer { slow.close() }
      defer { quick.close() }
      #expect(await eventually { await server.live.listenerCount == 2 })
      let data = String(repeating: "x", count: 1_000)
      for number in 0..<3_000 { await server.live.send("change", data: "\(number) \(data)") }
      await server.live.send("end", data: "")
      let all = ["hello"] + Array(repeating: "change", count: 3_000) + ["end"]
      #expect(try await Self.events(quick, until: "end").map(\.name) == all)
      #expect(try await Self.events(slow, until: "end").map(\.name) == all)
    }
  }

  @Test func `a stream on which nothing happens shows that it lives`() async throws {
    try await withServer(.sample, { $0.limits.beatMilliseconds = 20 }) { server in
      let client = try await Self.listen(server.port)
      defer { client.close() }
      let bytes = try await client.receiveAll { text($0).contains("\n:\n\n:\n\n") }
      #expect(text(bytes).contains("Content-Type: text/event-stream\r\n"))
      #expect(text(bytes).contains("retry: 500\n"))
    }
  }

  @Test(arguments: [
    ("Origin: http://evil.example\r\n", 403), ("Origin: null\r\n", 403), ("Origin: http://localhost:1\r\n", 403),
    ("Sec-Fetch-Site: cross-site\r\n", 403), ("Sec-Fetch-Site: same-site\r\n", 403), ("Host: evil.example\r\n", 403),
  ])
  func pagesFromElsewhereMayNotListenNorPost(fields: String, status: Int) async throws {
    let route = Route("/-/study", post: true) { request in
      RouteResponse(.ok, type: .json, body: request.body + Array((request.query ?? "").utf8))
    }
    try await withServer(routes: [route]) { server in
      let reply = try await Client.get(server.port, "/-/live", fields)
      #expect(reply.status == status)
      let post = "Content-Length: 2\r\n"
      let posted = try await Client.get(server.port, "/-/study", fields + post, method: "POST", body: "ab")
      #expect(posted.status == status)
      for ours in ["", "Origin: http://localhost:\(server.port)\r\n", "Sec-Fetch-Site: same-origin\r\n"] {
        let reply = try await Client.get(server.port, "/-/study?q", ours + post, method: "POST", body: "ab")
        #expect(reply.status == 200)
        #expect(reply.content == "abq")
        #expect(reply.fields["content-type"] == "application/json")
      }
    }
  }

  @Test func `routes take the methods that they name`() async throws {
    let routes = [
      Route("/-/read") { _ in RouteResponse(.ok) },
      Route("/-/write", get: false, post: true) { _ in RouteResponse(.noContent) },
    ]
    try await withServer(routes: routes) { server in
      let reply = try await Client.get(server.port, "/-/read", method: "HEAD")
      #expect(reply.status == 200)
      let refused = try await Client.get(server.port, "/-/read", method: "POST")
      #expect(refused.fields["allow"] == "GET, HEAD")
      let read = try await Client.get(server.port, "/-/write")
      #expect(read.fields["allow"] == "POST")
      let done = try await Client.get(
        server.port, "/-/write", "Expect: 100-continue\r\nContent-Length: 1\r\n", method: "POST", body: "a")
      #expect(done.status == 204)
      #expect(done.fields["content-length"] == nil)
      let sent = try await Client.get(server.port, "/-/live", method: "POST")
      #expect(sent.status == 405)
      let asked = try await Client.get(server.port, "/-/live", method: "HEAD")
      #expect(asked.status == 200)
    }
  }
}
