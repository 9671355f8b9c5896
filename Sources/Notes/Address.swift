/// Where a page stands in the site: the path below its root, with a slash at the end, as in `docker/volume/`.
/// The home page's is empty.
public struct Address: Hashable, Comparable, Sendable {
  /// The path, unescaped.
  public let path: String

  /// The address with this path.
  public init(_ path: String) {
    self.path = path
  }

  /// The site's front page.
  public static let home = Address("")

  /// Whether it is the site's front page.
  public var isHome: Bool { path.isEmpty }

  /// How many folders below the root the page's file stands.
  public var depth: Int {
    path.utf8.reduce(0) { $1 == UInt8(ascii: "/") ? $0 + 1 : $0 }
  }

  /// The address without its last part.
  public var parent: Address {
    let parts = path.utf8.dropLast()
    guard let slash = parts.lastIndex(of: UInt8(ascii: "/")) else { return .home }
    return Address(String(path[...slash]))
  }

  /// The name of the page's file in the output folder: `docker/volume/index.html`. An old address may be a file's own.
  public var file: String { path.hasSuffix(".html") ? path : path + "index.html" }

  /// By path.
  public static func < (one: Address, other: Address) -> Bool {
    one.path < other.path
  }
}

/// Where a note's file stands in the content folder, and what follows from that.
public struct ContentPath: Hashable, Comparable, Sendable {
  /// The path below the content folder, with slashes, as in `docker/volume.md`.
  public let path: String

  /// The file at `path`, below the content folder.
  public init(_ path: String) {
    self.path = path
  }

  /// The folder with a slash at its end, empty for the content folder itself.
  public var folder: Substring {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return path[...slash]
  }

  /// The file's name without its ending.
  public var stem: Substring {
    let name = path[folder.endIndex...]
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return name }
    return name[..<dot]
  }

  /// Whether the file speaks for its folder: `index.md`, `_index.md` or `README.md`.
  public var isIndex: Bool {
    switch stem {
    case "index", "_index": true
    default: isReadme
    }
  }

  /// Whether the file is its folder's `README.md`.
  var isReadme: Bool { stem == "README" || stem == "readme" }

  /// The address that the file's path asks for.
  public var address: Address {
    let wanted = isIndex ? String(folder.dropLast()) : String(folder) + stem
    if Slug.isPlain(wanted) { return Address(wanted.isEmpty ? "" : wanted + "/") }
    let parts = wanted.split(separator: "/")
    var address = ""
    for part in parts {
      address += Slug.part(part)
      address += "/"
    }
    return Address(address)
  }

  /// By path.
  public static func < (one: ContentPath, other: ContentPath) -> Bool {
    one.path < other.path
  }
}
