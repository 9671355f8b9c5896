public import Source

/// What the query of a Git repository's address asks for: `…/app.git?branch=main&subdir=docs`.
///
/// Reference: <https://docs.docker.com/build/concepts/context/#url-queries>
public struct GitAddress: Sendable {
  /// The commit that it must be.
  public let checksum: Bytes?
  /// Whether the `.git` folder stays; nothing where it is not said.
  public let keepsGitDirectory: Bool?

  /// The options in an address that `SourceKind` takes for one of Git.
  public init(_ address: Bytes) throws(ValueFault) {
    let address = address.prefix { $0 != UInt8(ascii: "#") }
    var checksum: Bytes?
    var keepsGitDirectory: Bool?
    var seen: [Bytes] = []
    for option in (address.cut(at: UInt8(ascii: "?"))?.after ?? []).split(separator: UInt8(ascii: "&")) {
      let (key, value) = option.cut(at: UInt8(ascii: "=")) ?? (option, option.suffix(0))
      guard !seen.contains(where: { $0.elementsEqual(key) }) else {
        throw ValueFault("Option \(key.quoted) of a Git address is given twice", at: key)
      }
      seen.append(key)
      switch key {
      case "keep-git-dir": keepsGitDirectory = value.isEmpty ? true : try GoBool.read(value)
      case "submodules": if !value.isEmpty { _ = try GoBool.read(value) }
      case "ref", "tag", "branch", "subdir", "checksum", "commit":
        guard !value.isEmpty else { throw ValueFault("Option \(key.quoted) of a Git address has no value", at: key) }
        if key == "checksum" || key == "commit" { checksum = value }
      default: throw Self.unknown(key)
      }
    }
    self.checksum = checksum
    self.keepsGitDirectory = keepsGitDirectory
  }

  private static func unknown(_ key: Bytes) -> ValueFault {
    let known = ["ref", "tag", "branch", "subdir", "checksum", "commit", "keep-git-dir", "submodules"]
    let meant = Suggestion.nearest(to: key.string, among: known)
    let hint = meant.map { ", did you mean '\($0)'?" } ?? ""
    return ValueFault("Option \(key.quoted) of a Git address is unknown\(hint)", at: key, meaning: meant)
  }
}
