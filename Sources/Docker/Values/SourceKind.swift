public import Source

/// What a source of ADD or COPY is.
///
/// Reference: <https://docs.docker.com/reference/dockerfile/#add>
public enum SourceKind: Sendable {
  /// A path in the context or in another stage.
  case local
  /// A file on a web server.
  case http
  /// A Git repository.
  case git

  /// The kind of a source, once its variables are filled in.
  public init(_ source: Bytes) {
    self = Self.isGit(source) ? .git : source.hasPrefix("http://") || source.hasPrefix("https://") ? .http : .local
  }

  /// Whether a path has the name of an archive, such as those that ADD unpacks.
  public static func isArchiveName(_ path: Bytes) -> Bool {
    guard let dot = path.lastIndex(of: UInt8(ascii: ".")) else { return false }
    switch path[(dot + 1)...] {
    case "tar", "gz", "bz2", "xz", "zst", "lz", "lzma", "Z", "tgz", "tbz", "tbz2", "tb2", "txz", "tzst", "tlz", "tpz",
      "tZ":
      return true
    default: return false
    }
  }

  private static func isGit(_ source: Bytes) -> Bool {
    guard let scheme = source.firstRange(of: "://"), source[..<scheme.lowerBound].allSatisfy(isSchemeByte),
      scheme.lowerBound > source.startIndex
    else { return isLogin(source) }
    switch source[..<scheme.lowerBound].lowercased[...] {
    case "git", "ssh": return true
    case "http", "https":
      let address = source[scheme.upperBound...].prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
      return address.contains(UInt8(ascii: "/")) && address.hasSuffix(".git")
    default: return false
    }
  }

  private static func isSchemeByte(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit
  }

  /// Whether it is the form of scp: `user@host:path`.
  private static func isLogin(_ source: Bytes) -> Bool {
    guard !source.hasPrefix("./"), !source.hasPrefix("../"), let (user, rest) = source.cut(at: UInt8(ascii: "@")),
      let (host, _) = rest.cut(at: UInt8(ascii: ":"))
    else { return false }
    return !user.isEmpty && user.allSatisfy { $0.isNameByte || $0 == UInt8(ascii: "-") }
      && !host.isEmpty && host.allSatisfy { isSchemeByte($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }
  }
}
