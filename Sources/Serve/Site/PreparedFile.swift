internal import NIOCore
internal import Source

/// A file with all that its responses need, made once.
struct PreparedFile: Sendable {
  /// One way to send it.
  struct Representation: Sendable {
    /// The entity tag, with its quotes.
    let tag: String
    /// The header fields of every response that carries it, or a part of it.
    let fields: ByteBuffer
    let body: ByteBuffer
  }

  /// Below this many bytes, compression saves no packet.
  private static let smallest = 1_024

  let type: ContentType
  /// Whether it is an HTML page, which may listen for events.
  let isPage: Bool
  let identity: Representation
  /// Nil where it was not asked for yet, or is of no use.
  private(set) var gzip: Representation?
  /// Whether asking for a compressed one is worth the while.
  private(set) var mayBeCompressed: Bool

  init(_ resource: Resource, file: String) {
    let type = resource.type ?? ContentType(ofFile: file)
    let digits = String(ContentHash(resource.bytes).value, radix: 16)
    mayBeCompressed = type.isCompressible && resource.bytes.count >= Self.smallest
    self.type = type
    isPage = type == .html
    identity = Self.represent(resource.bytes, type, tag: "\"\(digits)\"", varies: mayBeCompressed)
  }

  /// How many bytes it takes in memory.
  var size: Int { identity.body.readableBytes + (gzip?.body.readableBytes ?? 0) + 512 }

  /// Makes the compressed one.
  mutating func compress() {
    guard mayBeCompressed, gzip == nil else { return }
    mayBeCompressed = false
    guard let bytes = Gzip.compress(Array(identity.body.readableBytesView)) else { return }
    let tag = identity.tag.dropLast() + "-gz\""
    gzip = Self.represent(bytes, type, tag: String(tag), varies: true, encoding: "Content-Encoding: gzip\r\n")
  }

  private static func represent(
    _ bytes: [UInt8], _ type: ContentType, tag: String, varies: Bool, encoding: String = ""
  ) -> Representation {
    let varying = varies ? "Vary: Accept-Encoding\r\n" : ""
    let ranges = encoding.isEmpty ? "Accept-Ranges: bytes\r\n" : ""
    let fields = "Content-Type: \(type.text)\r\nETag: \(tag)\r\n\(varying)\(encoding)\(ranges)\(ResponseFields.common)"
    return Representation(tag: tag, fields: ByteBuffer(string: fields), body: ByteBuffer(bytes: bytes))
  }
}

/// Header fields that more than one response has.
enum ResponseFields {
  /// Those of every response. A browser asks again each time, and is told when nothing changed.
  static let common = "Cache-Control: no-cache\r\nX-Content-Type-Options: nosniff\r\n"
}
