internal import Source

/// Who may be meant, and who may ask.
///
/// A page from anywhere can make a browser ask a server on this machine, and by way of a name that it points here
/// (DNS rebinding) even read the answer. So a request has to name this machine, and what changes something or listens
/// has to come from a page of this server.
struct HostPolicy: Sendable {
  private let bound: String
  private let names: Set<String>
  private let domains: [String]

  /// - Parameters:
  ///   - bound: The host that the server was told to listen on.
  ///   - allowed: Further names; one that starts with a dot stands for all below it, too.
  init(bound: String, allowed: [String]) {
    self.bound = Self.plain(bound)
    names = Set(allowed.map { Self.plain($0.hasPrefix(".") ? String($0.dropFirst()) : $0) })
    domains = allowed.filter { $0.hasPrefix(".") }.map { $0.lowercased() }
  }

  /// Whether a request may name this authority (`localhost:4000`) as its host.
  func allows(authority: String) -> Bool {
    guard let host = Self.host(of: authority) else { return false }
    return Self.isLoopback(host) || host == bound || isNamed(host) || (listensEverywhere && Self.isAddress(host))
  }

  /// Whether a page of this origin may post and listen, where `authority` is the host that it names.
  func allows(origin: String, authority: String) -> Bool {
    for scheme in ["http://", "https://"] where origin.lowercased().hasPrefix(scheme) {
      let from = origin.dropFirst(scheme.count).lowercased()
      return from == authority.lowercased() || Self.host(of: from).map(isNamed) == true
    }
    return false
  }

  private func isNamed(_ host: String) -> Bool {
    names.contains(host) || domains.contains { host.hasSuffix($0) }
  }

  /// Rebinding needs a name: where all addresses of the machine are meant, an address is one of them.
  private var listensEverywhere: Bool { bound == "0.0.0.0" || bound == "::" }

  /// The host of `localhost:4000` or `[::1]:4000`, in lower case and without brackets; nil where it is none.
  private static func host(of authority: String) -> String? {
    let host: Substring
    let port: Substring
    if authority.hasPrefix("[") {
      guard let end = authority.firstIndex(of: "]") else { return nil }
      host = authority[authority.index(after: authority.startIndex)..<end]
      port = authority[authority.index(after: end)...]
    } else {
      let end = authority.firstIndex(of: ":") ?? authority.endIndex
      (host, port) = (authority[..<end], authority[end...])
    }
    guard !host.isEmpty, port.isEmpty || isPort(port) else { return nil }
    return plain(String(host))
  }

  private static func isPort(_ text: Substring) -> Bool {
    text.first == ":" && text.utf8.count <= 6 && text.utf8.dropFirst().allSatisfy(\.isDigit)
  }

  private static func plain(_ host: String) -> String {
    let host = host.lowercased()
    return host.hasSuffix(".") ? String(host.dropLast()) : host
  }

  private static func isLoopback(_ host: String) -> Bool {
    host == "localhost" || host.hasSuffix(".localhost") || host == "::1" || host == "0:0:0:0:0:0:0:1"
      || (host.hasPrefix("127.") && isAddress(host))
  }

  private static func isAddress(_ host: String) -> Bool {
    if host.utf8.contains(UInt8(ascii: ":")) { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { part in part.utf8.allSatisfy(\.isDigit) && UInt8(part) != nil }
  }
}
