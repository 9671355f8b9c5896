import Notes
import Source

/// Writes addresses as one page must write them.
///
/// Pages refer to each other by relative paths, so that a site works below any address and from a file. Only a page that
/// is shown in the place of others (404) starts at the root.
struct Href: Sendable {
  private enum Origin: Sendable {
    case page([UInt8])
    case root(String)
  }

  private let origin: Origin

  /// As the page at `address` writes them.
  init(from address: Address) {
    origin = .page(Array(address.path.utf8))
  }

  /// As a page writes them whose own address is not known, in a site that lies below `basePath` (`/` or `/docs/`).
  init(below basePath: String) {
    origin = .root(basePath)
  }

  /// A page, and a heading of it. The page's file is named, so that a site can be read from a disk too.
  func page(_ address: Address, fragment: String? = nil) -> String {
    let suffix = fragment.map { "#" + $0 } ?? ""
    if case .page(let from) = origin, fragment != nil, from.elementsEqual(address.path.utf8) { return suffix }
    return file(address.file) + suffix
  }

  /// A file by its path below the root.
  func file(_ path: String) -> String {
    switch origin {
    case .root(let base): return base + PercentEncoding.encode(path: path)
    case .page(let from): return Self.relative(path, from: from)
    }
  }

  /// The shortest way from a folder to a path.
  private static func relative(_ path: String, from folder: [UInt8]) -> String {
    let slash = UInt8(ascii: "/")
    var shared = 0
    var index = 0
    for byte in path.utf8 {
      guard index < folder.count, folder[index] == byte else { break }
      index += 1
      if byte == slash { shared = index }
    }
    let climbs = folder[shared...].count { $0 == slash }
    let rest = String(path.utf8.dropFirst(shared)) ?? ""
    let encoded = PercentEncoding.encode(path: rest)
    return String(repeating: "../", count: climbs) + encoded
  }
}
