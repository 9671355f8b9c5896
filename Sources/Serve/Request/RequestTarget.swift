/// What a request asks for, taken apart and made plain: the path decoded, once, and without anything that could lead
/// out of what is served.
public struct RequestTarget: Equatable, Sendable {
  /// Why a target is refused.
  public enum Fault: Error, Equatable, Sendable {
    /// It is neither a path nor an address.
    case notAPath
    /// A `%` that two hexadecimal digits do not follow.
    case brokenEscape
    /// A control character, a backslash, `#`, or an escaped slash.
    case forbiddenByte
    /// The path is not UTF-8.
    case notText
    /// A segment `.` or `..`: browsers resolve them before they ask.
    case dotSegment
  }

  /// The decoded path, with a slash at its start and with none doubled: `/docker/volume/`.
  public let path: String
  /// What follows the first `?`, as it was sent; nil where there is none.
  public let query: String?
  /// The authority of a target that is a whole address, as a proxy is sent it.
  public let authority: String?
  /// Whether the path had no doubled slashes.
  public let isTidy: Bool

  /// Takes a request target apart (RFC 9112 §3.2).
  public init(_ target: String) throws(Fault) {
    let bytes = Array(target.utf8)
    let (authority, start) = Self.authority(of: bytes)
    var rest = bytes[start...]
    if authority != nil, rest.first != UInt8(ascii: "/") { rest = [UInt8(ascii: "/")] + rest }
    guard rest.first == UInt8(ascii: "/") else { throw .notAPath }
    let question = rest.firstIndex(of: UInt8(ascii: "?"))
    var path: [UInt8] = []
    path.reserveCapacity(rest.count)
    isTidy = try Self.decode(rest[..<(question ?? rest.endIndex)], into: &path)
    try Self.refuseDotSegments(path)
    guard let text = String(validating: path, as: UTF8.self) else { throw .notText }
    self.path = text
    self.authority = authority
    query = question.map { String(decoding: rest[($0 + 1)...], as: UTF8.self) }
  }

  /// The authority of `http://localhost:4000/x`, and where its path begins.
  private static func authority(of bytes: [UInt8]) -> (String?, Int) {
    for scheme in ["http://", "https://"] where bytes.count >= scheme.utf8.count {
      guard zip(bytes, scheme.utf8).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) else { continue }
      let start = scheme.utf8.count
      let end = bytes[start...].firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") } ?? bytes.count
      return (String(decoding: bytes[start..<end], as: UTF8.self), end)
    }
    return (nil, 0)
  }

  /// Appends the decoded path; false where a slash was doubled.
  private static func decode(_ bytes: ArraySlice<UInt8>, into path: inout [UInt8]) throws(Fault) -> Bool {
    let slash = UInt8(ascii: "/")
    var isTidy = true
    var index = bytes.startIndex
    while index < bytes.endIndex {
      var byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "%") {
        guard index + 1 < bytes.endIndex, let high = hexValue(bytes[index]), let low = hexValue(bytes[index + 1]) else {
          throw .brokenEscape
        }
        byte = high << 4 | low
        index += 2
        guard byte != slash else { throw .forbiddenByte }
      } else if byte == UInt8(ascii: "#") {
        throw .forbiddenByte
      }
      guard byte >= 0x20, byte != 0x7F, byte != UInt8(ascii: "\\") else { throw .forbiddenByte }
      if byte == slash, path.last == slash {
        isTidy = false
      } else {
        path.append(byte)
      }
    }
    return isTidy
  }

  private static func refuseDotSegments(_ path: [UInt8]) throws(Fault) {
    let dot = UInt8(ascii: ".")
    for segment in path.split(separator: UInt8(ascii: "/")) where segment.count <= 2 {
      guard !segment.allSatisfy({ $0 == dot }) else { throw .dotSegment }
    }
  }

  private static func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
