import Foundation
import Glibc

/// A client that sends what it is told, byte by byte. It waits on threads of its own: those of the tests have to go on.
struct Client: Sendable {
  struct Failure: Error {
    let what: String
  }

  private let socket: Int32

  /// Connects to a port of this machine, by the older or the newer of its addresses.
  init(_ port: Int, seconds: Int = 40, receiveBuffer: Int32? = nil, isNewer: Bool = false) async throws {
    socket = try await offPool {
      let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
      let socket = Glibc.socket(isNewer ? AF_INET6 : AF_INET, kind, 0)
      var limit = timeval(tv_sec: seconds, tv_usec: 0)
      unsafe setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
      unsafe setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
      if var receiveBuffer {
        unsafe setsockopt(socket, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, socklen_t(MemoryLayout<Int32>.size))
      }
      guard Self.connect(socket, port, isNewer) == 0 else { throw Failure(what: "no connection: \(errno)") }
      return socket
    }
  }

  private static func connect(_ socket: Int32, _ port: Int, _ isNewer: Bool) -> Int32 {
    let port = in_port_t(UInt16(port).bigEndian)
    var older = sockaddr_in()
    (older.sin_family, older.sin_port) = (sa_family_t(AF_INET), port)
    older.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    var newer = sockaddr_in6()
    (newer.sin6_family, newer.sin6_port, newer.sin6_addr) = (sa_family_t(AF_INET6), port, in6addr_loopback)
    let address =
      unsafe isNewer
      ? withUnsafeBytes(of: &newer) { unsafe Array($0) } : withUnsafeBytes(of: &older) { unsafe Array($0) }
    return unsafe address.withUnsafeBytes { bytes in
      unsafe Glibc.connect(socket, bytes.bindMemory(to: sockaddr.self).baseAddress, socklen_t(bytes.count))
    }
  }

  /// Sends bytes.
  func send(_ text: String) async throws {
    try await send(Array(text.utf8))
  }

  /// Sends bytes.
  func send(_ bytes: [UInt8]) async throws {
    let socket = socket
    try await offPool {
      var sent = 0
      while sent < bytes.count {
        let count = unsafe bytes.withUnsafeBytes { bytes in
          unsafe Glibc.send(
            socket, bytes.baseAddress.map { unsafe $0 + sent }, bytes.count - sent, Int32(MSG_NOSIGNAL))
        }
        guard count > 0 else { throw Failure(what: "cannot send: \(errno)") }
        sent += count
      }
    }
  }

  /// Says that nothing more will be sent.
  func finish() {
    shutdown(socket, Int32(SHUT_WR))
  }

  func close() {
    Glibc.close(socket)
  }

  /// Whatever arrives next; empty at the end, nil when nothing arrives in time.
  func receive() async -> [UInt8]? {
    let socket = socket
    return try? await offPool {
      let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
        let got = unsafe recv(socket, buffer.baseAddress, buffer.count, 0)
        // A connection that was reset has ended.
        count = got < 0 && errno != ECONNRESET ? 0 : max(0, got)
        if got < 0, errno != ECONNRESET { errno = EAGAIN } else { errno = 0 }
      }
      if bytes.isEmpty, errno == EAGAIN { throw Failure(what: "timeout") }
      return bytes
    }
  }

  /// What arrives until the server ends the connection, or `isEnough`.
  func receiveAll(until isEnough: @Sendable ([UInt8]) -> Bool = { _ in false }) async throws -> [UInt8] {
    var bytes: [UInt8] = []
    while !isEnough(bytes) {
      guard let more = await receive() else { throw Failure(what: "nothing arrives after \(text(bytes))") }
      if more.isEmpty { break }
      bytes += more
    }
    return bytes
  }

  /// The replies to what is sent, up to the end of the connection.
  static func ask(_ port: Int, _ request: String) async throws -> [Reply] {
    let client = try await Client(port)
    defer { client.close() }
    try await client.send(request)
    return try Reply.all(in: try await client.receiveAll(), isHead: request.hasPrefix("HEAD"))
  }

  /// The reply to a request with these fields.
  static func get(
    _ port: Int, _ target: String, _ fields: String = "", method: String = "GET", body: String = ""
  ) async throws -> Reply {
    let host = fields.contains("Host:") ? "" : "Host: localhost:\(port)\r\n"
    let request = "\(method) \(target) HTTP/1.1\r\n\(host)Connection: close\r\n\(fields)\r\n\(body)"
    let replies = try await ask(port, request)
    guard replies.count == 1 else { throw Failure(what: "\(replies.count) replies") }
    return replies[0]
  }
}

/// What a server answered.
struct Reply: Equatable, Sendable {
  var status = 0
  var fields: [String: String] = [:]
  var body: [UInt8] = []

  var content: String { text(body) }

  /// The replies that stand one after the other in what was received.
  static func all(in bytes: [UInt8], isHead: Bool = false) throws -> [Reply] {
    var rest = bytes[...]
    var replies: [Reply] = []
    while !rest.isEmpty {
      guard let end = rest.firstRange(of: Array("\r\n\r\n".utf8)) else {
        throw Client.Failure(what: "no head: \(text(Array(rest)))")
      }
      var reply = Reply()
      let lines = text(Array(rest[..<end.lowerBound])).components(separatedBy: "\r\n")
      reply.status = Int(lines[0].split(separator: " ")[1]) ?? 0
      for line in lines.dropFirst() {
        let parts = line.split(separator: ":", maxSplits: 1)
        reply.fields[parts[0].lowercased()] = String(parts[1].drop { $0 == " " })
      }
      let length = isHead ? 0 : Int(reply.fields["content-length"] ?? "0") ?? 0
      guard rest.distance(from: end.upperBound, to: rest.endIndex) >= length else {
        throw Client.Failure(what: "the body is cut")
      }
      reply.body = Array(rest[end.upperBound..<end.upperBound + length])
      rest = rest[(end.upperBound + length)...]
      if reply.status != 100 { replies.append(reply) }
    }
    return replies
  }
}

func text(_ bytes: [UInt8]) -> String {
  String(decoding: bytes, as: UTF8.self)
}

/// Runs what blocks on a thread of its own.
func offPool<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
  try await withCheckedThrowingContinuation { continuation in
    Thread.detachNewThread { continuation.resume(with: Swift.Result { try body() }) }
  }
}

/// Waits until something is so; false where it is not so in time.
func eventually(seconds: Double = 20, _ isSo: () async throws -> Bool) async rethrows -> Bool {
  let end = ContinuousClock.now + .seconds(seconds)
  while ContinuousClock.now < end {
    if try await isSo() { return true }
    try? await Task.sleep(for: .milliseconds(2))
  }
  return false
}
