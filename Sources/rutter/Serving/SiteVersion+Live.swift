import Notes
import Pages
import Serve
import Source

extension SiteVersion {
  /// A site as it is at one time: what nobody asks for is never made.
  init(_ now: LiveSite.Snapshot) {
    self.init(
      base: now.edition.site.settings.basePath,
      holds: { path in now.table[path] != nil || now.edition.site.holdsLate(path) },
      resource: { path in
        guard let bytes = await now.bytes(path) else { return nil }
        return Resource(path.hasSuffix(".html") ? LiveScript.inserted(into: bytes) : bytes)
      })
  }
}

extension LiveSite.Snapshot {
  /// The bytes of a file; nothing where there is none, or it cannot be read any more.
  func bytes(_ path: String) async -> [UInt8]? {
    guard let piece = table[path] else { return await (try? late.bytes(path)).flatMap(\.self) }
    return try? edition.bytes(of: piece, at: path)
  }
}

extension Site {
  /// Whether a path may be that of a file that is made only when it is asked for.
  fileprivate func holdsLate(_ path: String) -> Bool {
    isSearchable && SearchFiles.hold(path) || isStudied && StudyFiles.hold(path)
  }
}

/// The script by which an open page follows the site.
enum LiveScript {
  /// Where it stands.
  static let address = "/-/live.js"

  /// Its text.
  static let bytes = Theme.builtInFile("assets/live.js") ?? []

  /// A page that loads it.
  static func inserted(into page: [UInt8]) -> [UInt8] {
    guard let end = page[...].firstRange(of: "</head>") else { return page }
    return page[..<end.lowerBound] + Array("<script src=\"\(address)\" defer></script>\n".utf8)
      + page[end.lowerBound...]
  }
}
