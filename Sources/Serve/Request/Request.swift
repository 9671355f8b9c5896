internal import NIOCore
internal import NIOHTTP1

/// A request with the fields that matter here.
struct Request {
  let method: HTTPMethod
  let target: String
  /// Whether the client wants to ask more on the same connection.
  var keepsAlive: Bool
  let isOldVersion: Bool
  private(set) var host: String?
  private(set) var origin: String?
  private(set) var acceptedEncoding: String?
  private(set) var ifNoneMatch: String?
  private(set) var range: String?
  private(set) var ifRange: String?
  private(set) var lastEventID: String?
  private(set) var contentType = ""
  private(set) var site: String?
  /// Whether the client waits to be told that it may send the body.
  private(set) var expectsContinue = false
  /// Whether it names its host twice.
  private(set) var hasTwoHosts = false
  /// How long the body will be, where that is known.
  private(set) var declaredLength = 0
  var body = ByteBuffer()

  init(_ head: HTTPRequestHead) {
    method = head.method
    target = head.uri
    keepsAlive = head.isKeepAlive
    isOldVersion = head.version == .http1_0
    for (name, value) in head.headers { take(name, value) }
  }

  private mutating func take(_ name: String, _ value: String) {
    // The length tells most fields apart, at no cost.
    switch name.utf8.count {
    case 4 where Self.isSame(name, "host"):
      hasTwoHosts = hasTwoHosts || host != nil
      host = value
    case 5 where Self.isSame(name, "range"): range = value
    case 6 where Self.isSame(name, "origin"): origin = value
    case 6 where Self.isSame(name, "expect"): expectsContinue = Self.isSame(value, "100-continue")
    case 7 where Self.isSame(name, "upgrade"): keepsAlive = false
    case 8 where Self.isSame(name, "if-range"): ifRange = value
    case 12 where Self.isSame(name, "content-type"): contentType = value
    case 13 where Self.isSame(name, "if-none-match"):
      ifNoneMatch = ifNoneMatch.map { $0 + "," + value } ?? value
    case 13 where Self.isSame(name, "last-event-id"): lastEventID = value
    case 14 where Self.isSame(name, "content-length"): declaredLength = Int(value) ?? .max
    case 14 where Self.isSame(name, "sec-fetch-site"): site = value
    case 15 where Self.isSame(name, "accept-encoding"):
      acceptedEncoding = acceptedEncoding.map { $0 + "," + value } ?? value
    default: break
    }
  }

  private static func isSame(_ name: String, _ lowercase: String) -> Bool {
    name == lowercase || name.lowercased() == lowercase
  }

  /// Whether the client reads gzip (RFC 9110 §12.5.3).
  var acceptsGzip: Bool {
    guard let acceptedEncoding else { return false }
    var answer = false
    for item in acceptedEncoding.lowercased().split(separator: ",") {
      let parts = item.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" } }
      guard let coding = parts.first, coding == "gzip" || coding == "x-gzip" || coding == "*" else { continue }
      let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
      if coding != "*" { return weight > 0 }
      answer = weight > 0
    }
    return answer
  }

  /// Whether the client has what this tag stands for (RFC 9110 §13.1.2).
  func has(_ tag: String) -> Bool {
    guard let ifNoneMatch else { return false }
    return ifNoneMatch.split(separator: ",").contains { item in
      let item = item.filter { $0 != " " && $0 != "\t" }
      return item == "*" || item == tag || (item.hasPrefix("W/") && item.dropFirst(2) == tag)
    }
  }
}
