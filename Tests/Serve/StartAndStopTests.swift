import Glibc
import TestSupport
import Testing

@testable import Serve

@Suite("How a server starts and stops", .timeLimit(.minutes(5)))
struct StartAndStopTests {
  @Test func `a port in use is told with who uses it`() async throws {
    try await withServer { server in
      var options = DevServer.Options()
      options.port = .exactly(server.port)
      let error = await #expect(throws: DevServerError.self) { try await DevServer.start(options, serving: .sample) }
      guard case .portInUse(let port, let owner?) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(port == server.port)
      #expect(owner.process == Int(getpid()))
      #expect(error?.description.hasPrefix("Port \(port) is in use by ") == true)
    }
  }

  @Test func `the next port that is free is taken where that is allowed`() async throws {
    try await withServer { first in
      try await withServer(.sample, { $0.port = .firstFree(from: first.port) }) { second in
        #expect(second.port > first.port)
        let reply = try await Client.get(second.port, "/LICENSE")
        #expect(reply.content == "free")
      }
    }
  }

  @Test(arguments: ["localhost", "127.0.0.1", "0.0.0.0"])
  func hostsAreListenedOn(host: String) async throws {
    try await withServer(.sample, { $0.host = host }) { server in
      #expect(server.origin == "http://\(host):\(server.port)")
      let reply = try await Client.get(server.port, "/LICENSE")
      #expect(reply.content == "free")
    }
  }

  @Test(
    .enabled(if: Repository.text("/proc/net/if_inet6")?.contains(" lo") == true, "this machine has no IPv6"),
    arguments: [("localhost", "localhost"), ("::1", "[::1]")])
  func newerAddressesAreListenedOn(host: String, written: String) async throws {
    try await withServer(.sample, { $0.host = host }) { server in
      #expect(server.origin == "http://\(written):\(server.port)")
      let client = try await Client(server.port, isNewer: true)
      defer { client.close() }
      try await client.send("GET /LICENSE HTTP/1.1\r\nHost: \(written):\(server.port)\r\nConnection: close\r\n\r\n")
      #expect(try Reply.all(in: try await client.receiveAll()).map(\.content) == ["free"])
    }
  }

  @Test func `hosts that are none are told`() async throws {
    var options = DevServer.Options()
    options.port = .exactly(0)
    options.host = "no-such-host.invalid"
    await #expect(throws: DevServerError.unknownHost(options.host)) {
      try await DevServer.start(options, serving: .sample)
    }
    options.host = "203.0.113.7"
    await #expect(throws: DevServerError.self) { try await DevServer.start(options, serving: .sample) }
    options.host = "127.0.0.1"
    options.port = .exactly(70_000)
    await #expect(throws: DevServerError.self) { try await DevServer.start(options, serving: .sample) }
  }

  @Test func `it stops at once, whatever its clients are at`() async throws {
    // What is being made takes two seconds; other tests are at work, too.
    #expect(try await Self.timeToStop() < .seconds(1))
  }

  private static func timeToStop() async throws -> Duration {
    let slow = SiteVersion(holds: { _ in true }) { _ in
      try? await Task.sleep(for: .seconds(2))
      return Resource([1])
    }
    var options = DevServer.Options()
    options.port = .exactly(0)
    let server = try await DevServer.start(options, serving: slow)
    let texts = [
      "", "GET / HT", "GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n",
      "GET /-/live HTTP/1.1\r\nHost: localhost\r\n\r\n",
    ]
    var clients: [Client] = []
    for text in texts + texts {
      let client = try await Client(server.port)
      try await client.send(text)
      clients.append(client)
    }
    #expect(await eventually { await server.live.listenerCount == 2 })
    let start = ContinuousClock.now
    await server.stop()
    let took = ContinuousClock.now - start
    #expect(await server.connectionCount == 0)
    for client in clients {
      _ = try await client.receiveAll()
      client.close()
    }
    await #expect(throws: Client.Failure.self) { _ = try await Client(server.port) }
    await server.publish(.sample, changed: .all)
    await server.live.send("change", data: "")
    await server.stop()
    return took
  }
}
