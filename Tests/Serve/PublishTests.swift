import Synchronization
import Testing

@testable import Serve

/// Counts what was made.
private final class Counter: Sendable {
  private let counts = Mutex<[String: Int]>([:])

  func add(_ name: String) {
    counts.withLock { $0[name, default: 0] += 1 }
  }

  subscript(name: String) -> Int { counts.withLock { $0[name, default: 0] } }
}

@Suite("How versions of a site follow each other", .timeLimit(.minutes(5)))
struct PublishTests {
  /// A site whose files say of which version they are.
  private static func version(_ number: Int, _ files: Set<String>, _ counter: Counter = Counter()) -> SiteVersion {
    SiteVersion(holds: { files.contains($0) }) { file in
      counter.add(file)
      return files.contains(file) ? Resource(Array("\(file) \(number)".utf8)) : nil
    }
  }

  @Test func `only what changed is made again`() async throws {
    let counter = Counter()
    try await withServer(Self.version(1, ["a", "b", "404.html"], counter)) { server in
      let first = try await ["/a", "/b", "/a", "/c"].asyncMap { try await Client.get(server.port, $0).content }
      #expect(first == ["a 1", "b 1", "a 1", "404.html 1"])
      await server.publish(Self.version(2, ["a", "b", "c", "404.html"], counter), changed: .files(["a", "c"]))
      let second = try await ["/a", "/b", "/c", "/d"].asyncMap { try await Client.get(server.port, $0).content }
      #expect(second == ["a 2", "b 1", "c 2", "404.html 1"])
      #expect(counter["a"] == 2 && counter["b"] == 1 && counter["c"] == 1 && counter["404.html"] == 1)
      await server.publish(Self.version(3, ["b"], counter), changed: .all)
      let third = try await ["/a", "/b"].asyncMap { try await Client.get(server.port, $0) }
      #expect(third.map(\.status) == [404, 200])
      #expect(third[1].content == "b 3")
    }
  }

  @Test func `a file is made once for all who ask for it`() async throws {
    let counter = Counter()
    let version = SiteVersion(holds: { $0 == "a" }) { file in
      counter.add(file)
      try? await Task.sleep(for: .milliseconds(100))
      return Resource([1])
    }
    try await withServer(version) { server in
      try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<20 { group.addTask { try await Client.get(server.port, "/a").status } }
        for try await status in group { #expect(status == 200) }
      }
      #expect(counter["a"] == 1)
    }
  }

  /// A version whose files are begun, and not done before `gate` is open.
  private static func held(_ begun: Counter, until gate: Counter) -> SiteVersion {
    SiteVersion(holds: { _ in true }) { file in
      begun.add(file)
      _ = await eventually { gate["open"] > 0 }
      return Resource(Array("\(file) 1".utf8))
    }
  }

  @Test func `what is outdated before it is done is made again`() async throws {
    let (begun, gate) = (Counter(), Counter())
    try await withServer(Self.held(begun, until: gate)) { server in
      async let changed = Client.get(server.port, "/a")
      async let kept = Client.get(server.port, "/b")
      #expect(await eventually { begun["a"] == 1 && begun["b"] == 1 })
      await server.publish(Self.version(2, ["a", "b"]), changed: .files(["a"]))
      gate.add("open")
      let contents = (try await changed.content, try await kept.content)
      #expect(contents == ("a 2", "b 1"))
    }
  }

  @Test func `what is gone before it is done is missing`() async throws {
    let (begun, gate) = (Counter(), Counter())
    try await withServer(Self.held(begun, until: gate)) { server in
      async let gone = Client.get(server.port, "/a")
      #expect(await eventually { begun["a"] == 1 })
      await server.publish(SiteVersion(files: [:]), changed: .all)
      gate.add("open")
      let status = try await gone.status
      #expect(status == 404)
    }
  }

  @Test func `nothing old is sent after a version is published`() async throws {
    let files = Set((0..<20).map { "\($0)" })
    try await withServer(Self.version(0, files)) { server in
      for number in 1...100 {
        let changed = Set(files.shuffled().prefix(5))
        await server.publish(Self.version(number, files), changed: .files(changed))
        for file in changed.prefix(2) {
          let reply = try await Client.get(server.port, "/\(file)")
          #expect(reply.content == "\(file) \(number)")
        }
      }
    }
  }

  @Test func `files that nobody asks for are forgotten when there are too many`() async throws {
    let counter = Counter()
    let version = SiteVersion(holds: { _ in true }) { file in
      counter.add(file)
      return Resource(Array(repeating: 65, count: 10_000))
    }
    try await withServer(version, { $0.limits.keptBytes = 100_000 }) { server in
      for number in 0..<40 {
        let replies = try await ["/\(number)", "/hot"].asyncMap { try await Client.get(server.port, $0).status }
        #expect(replies == [200, 200])
      }
      #expect(counter["hot"] == 1)
      let reply = try await Client.get(server.port, "/0")
      #expect(reply.status == 200)
      #expect(counter["0"] == 2)
    }
  }
}

extension Sequence where Element: Sendable {
  /// Maps one element after the other.
  func asyncMap<Result>(_ transform: (Element) async throws -> Result) async rethrows -> [Result] {
    var results: [Result] = []
    for element in self { results.append(try await transform(element)) }
    return results
  }
}
