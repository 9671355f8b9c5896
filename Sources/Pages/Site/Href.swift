import Notes
import Source

/// Writes addresses as one page must write them.
///
/// Pages refer to each other by relative paths, so that a site works below any address and from a file. Only a page that
/// is shown in the place of others (404) starts at the root.
struct Href: Sendable {
  private enum Origin: Sendable {
    case page(String)
    case root(String)
  }

  private let origin: Origin

  /// As the page at `address` writes them.
  init(from address: Address) {
    origin = .page(address.path)
  }

  /// As a page writes them whose own address is not known, in a site that lies below `basePath` (`/` or `/docs/`).
  init(below basePath: String) {
    origin = .root(basePath)
  }

  /// A page, and a heading of it. The page's file is named, so that a site can be read from a disk too.
  func page(_ address: Address, fragment: String? = nil) -> String {
    let suffix = fragment.map { "#" + $0 } ?? ""
    if case .page(let from) = origin, fragment != nil, from == address.path { return suffix }
    return file(address.file) + suffix
  }

  /// A file by its path below the root.
  func file(_ path: String) -> String {
    switch origin {
    case .root(let base): base + PercentEncoding.encode(path: path)
    case .page(let from): PercentEncoding.encode(path: RelativePath.of(path, in: from))
    }
  }
}
