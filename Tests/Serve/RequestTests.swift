import TestSupport
import Testing

@testable import Serve

@Suite("How requests are read")
struct RequestTests {
  @Test(arguments: [
    ("/", "/", nil, nil, true), ("/a/b", "/a/b", nil, nil, true), ("/a//b/", "/a/b/", nil, nil, false),
    ("/a?", "/a", "", nil, true), ("/a?b?c", "/a", "b?c", nil, true), ("/a?../..", "/a", "../..", nil, true),
    ("/%41", "/A", nil, nil, true), ("/%25", "/%", nil, nil, true), ("/%2541", "/%41", nil, nil, true),
    ("http://localhost:4000", "/", nil, "localhost:4000", true), ("HTTP://a?b", "/", "b", "a", true),
    ("https://a/b//c", "/b/c", nil, "a", false), ("/...", "/...", nil, nil, true), ("/..a", "/..a", nil, nil, true),
  ])
  func targetsAreTakenApart(target: String, path: String, query: String?, authority: String?, isTidy: Bool) throws {
    let read = try RequestTarget(target)
    #expect(read.path == path)
    #expect(read.query == query)
    #expect(read.authority == authority)
    #expect(read.isTidy == isTidy)
  }

  @Test(arguments: [
    ("", RequestTarget.Fault.notAPath), ("*", .notAPath), ("a", .notAPath), ("ftp://a/", .notAPath), ("?a", .notAPath),
    ("/%", .brokenEscape), ("/%4", .brokenEscape), ("/%g1", .brokenEscape), ("/a#b", .forbiddenByte),
    ("/a\\b", .forbiddenByte), ("/%5c", .forbiddenByte), ("/%2F", .forbiddenByte), ("/%00", .forbiddenByte),
    ("/\u{7}", .forbiddenByte), ("/%FF", .notText), ("/%C0%AF", .notText), ("/..", .dotSegment), ("/./a", .dotSegment),
    ("/a/%2e%2E/b", .dotSegment), ("//..", .dotSegment),
  ])
  func badTargetsAreRefused(target: String, fault: RequestTarget.Fault) {
    #expect(throws: fault) { try RequestTarget(target) }
  }

  @Test func `no target leads out of what is served`() {
    let pieces = [
      "/", "//", ".", "..", "%2e", "%2E", "%2f", "%5c", "\\", "%00", "a", "%61", "é", "%c3", "%a9", "?", "#", "%25",
      "http://",
    ]
    for var random in Random.series(5_000) {
      let text = "/" + random.text(of: pieces, upTo: 12)
      guard let path = try? RequestTarget(text).path else { continue }
      let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
      #expect(path.hasPrefix("/") && !segments.dropLast().contains(""), "\(text)")
      #expect(!segments.contains("..") && !segments.contains(".") && !path.contains("\\"), "\(text)")
      #expect(!path.utf8.contains { $0 < 0x20 || $0 == 0x7F }, "\(text)")
    }
  }

  @Test(arguments: [
    (
      "127.0.0.1",
      ["localhost", "localhost:4000", "LOCALHOST.", "docs.localhost:80", "127.0.0.1", "127.1.2.3:4", "[::1]:4000"],
      [
        "evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "192.168.1.2", "", ":4000", "localhost:x",
        "localhost:4000:1", "[::1", "[::1]x", "notlocalhost", "127.0.0.256", "127.0.0", "host.test.evil", "eviltest",
      ]
    ),
    ("192.168.1.2", ["192.168.1.2:4000", "localhost"], ["192.168.1.3"]),
    ("0.0.0.0", ["192.168.1.3", "[fe80::1]:4000", "localhost"], ["evil.example"]),
    ("box.lan", ["BOX.lan:4000"], ["lan"]),
  ])
  func hostsAreKnownOrRefused(bound: String, allowed: [String], refused: [String]) {
    let policy = HostPolicy(bound: bound, allowed: ["mine.example", ".team.test"])
    for host in allowed + ["mine.example:1", "team.test", "a.b.team.test"] {
      #expect(policy.allows(authority: host), "\(host)")
    }
    for host in refused + ["a.mine.example", "team.test.evil"] { #expect(!policy.allows(authority: host), "\(host)") }
  }

  @Test(arguments: [
    ("http://localhost:4000", true), ("https://localhost:4000", true), ("HTTP://LOCALHOST:4000", true),
    ("https://mine.example", true), ("http://localhost:3000", false), ("http://127.0.0.1:4000", false),
    ("http://evil.example", false), ("null", false), ("", false), ("file://", false),
    ("http://localhost:4000.evil", false),
  ])
  func originsAreOurOwnOrForeign(origin: String, isOurs: Bool) {
    let policy = HostPolicy(bound: "127.0.0.1", allowed: ["mine.example"])
    #expect(policy.allows(origin: origin, authority: "localhost:4000") == isOurs)
  }

  @Test func `the tables of the system tell who listens`() {
    let table = """
        sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
         0: 0100007F:0FA0 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4711 1 0 100 0 0 10 0
         1: 0100007F:0FA0 0100007F:9C40 01 00000000:00000000 00:00000000 00000000     0        0 4712 1 0 100 0 0 10 0
         2: 0100007F:0FA1 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4713 1 0 100 0 0 10 0
      """
    #expect(PortOwner.listeners(in: table, at: 4_000) == ["socket:[4711]"])
    #expect(PortOwner.listeners(in: "", at: 4_000) == [])
  }

  @Test func `what is compressed is what it was`() throws {
    for var random in Random.series(50) {
      let bytes = Array(random.text(of: "abc \n", upTo: 20_000).utf8)
      guard let gzip = Gzip.compress(bytes) else {
        #expect(bytes.count < 64)
        continue
      }
      try TemporaryFolder.with { folder in
        try folder.write(gzip, to: "a.gz")
        let unpacked = try Command("gzip", ["-d", folder.path("a.gz")]).run()
        #expect(unpacked.exit == 0)
        #expect(Repository.bytes(folder.path("a")) == bytes)
      }
    }
    #expect(Gzip.compress([]) == nil)
    #expect(Gzip.compress([1, 2, 3]) == nil)
  }

  @Test func `dates are those of HTTP`() {
    #expect(DateField.field(at: 784_111_777) == "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n")
    #expect(DateField.field(at: 0) == "Date: Thu, 01 Jan 1970 00:00:00 GMT\r\n")
  }
}
