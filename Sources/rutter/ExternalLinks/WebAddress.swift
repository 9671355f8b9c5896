import Source

/// An address of the web, taken apart as far as asking for it takes.
struct WebAddress: Hashable, Sendable {
  /// The whole address, without a fragment.
  let text: String
  /// The server: host and, where it is written, port, in small letters.
  let host: String
  /// What stands behind `#`, with its escapes.
  let fragment: String?

  /// Takes an address apart; nothing where it is none of `http://` and `https://`.
  init?(_ written: String) {
    // `//host/path` has the scheme of the site itself, which is nearly always this one.
    let bytes = Array((written.hasPrefix("//") ? "https:" + written : written).utf8)
    let scheme = Array(bytes.prefix(8)).map(\.lowercased)
    let start: Int
    if scheme.starts(with: "https://".utf8) {
      start = 8
    } else if scheme.starts(with: "http://".utf8) {
      start = 7
    } else {
      return nil
    }
    let hash = bytes.firstIndex(of: UInt8(ascii: "#"))
    let end = hash ?? bytes.count
    let authority = bytes[start..<end].prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
    let name = authority.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false).last ?? []
    guard !name.isEmpty, bytes[..<end].allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { return nil }
    host = String(decoding: name.map(\.lowercased), as: UTF8.self)
    text = String(decoding: bytes[..<end], as: UTF8.self)
    fragment = hash.map { String(decoding: bytes[($0 + 1)...], as: UTF8.self) }
  }

  /// The part of a page that has to be there; nothing where the browser, or a script of the page, makes something of the
  /// fragment itself.
  var anchor: String? {
    guard let fragment, !fragment.isEmpty, fragment != "top" else { return nil }
    let isScripted = fragment.hasPrefix("/") || fragment.hasPrefix("!") || fragment.contains(":~:")
    return isScripted || fragment.contains("=") ? nil : fragment
  }

  /// Where a `Location` leads, seen from this address; nothing where it is no address of the web.
  func following(_ location: String) -> WebAddress? {
    if let whole = WebAddress(location) { return whole }
    let scheme = text.prefix { $0 != ":" }
    let rest = text.dropFirst(scheme.count + 3)
    let authority = rest.prefix { $0 != "/" && $0 != "?" }
    if location.hasPrefix("/") { return WebAddress("\(scheme)://\(authority)\(location)") }
    guard !location.isEmpty, !location.contains(":") else { return nil }
    let path = rest.dropFirst(authority.count).prefix { $0 != "?" }
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "/"
    return WebAddress("\(scheme)://\(authority)\(folder)\(location)")
  }
}
