import Notes
import Pages
import Serve
import Source

extension SiteVersion {
  /// A site as it is at one time: what nobody asks for is never made.
  init(_ now: LiveSite.Snapshot, jobs: Int) {
    let base = now.edition.site.settings.basePath
    self.init(
      base: base,
      holds: { path in now.table[path] != nil || now.table.isSearchable && SearchFiles.hold(path) },
      resource: { path in
        guard let piece = now.table[path] else {
          return await (try? now.search.bytes(path, jobs: jobs)).flatMap { $0 }.map { Resource($0) }
        }
        guard let bytes = try? now.edition.bytes(of: piece, at: path) else { return nil }
        if case .page = piece { return Resource(LiveScript.inserted(into: bytes)) }
        return Resource(bytes)
      })
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
