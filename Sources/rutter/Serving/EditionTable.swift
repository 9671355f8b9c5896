import Notes
import Pages

/// What stands at each address of an edition: the files that a build would write.
struct EditionTable: Sendable {
  /// One file, and what it is made from.
  enum Piece: Sendable {
    case page(Page)
    case markdown(Int)
    case asset
    case file([UInt8])
    case fullText
    case graph
  }

  private var pieces: [String: Piece]

  /// The table of an edition. Where two files want one address, the one that a build writes last has it.
  init(_ edition: Edition) {
    let (site, index) = (edition.site, edition.site.knowledge.index)
    pieces = [:]
    pieces.reserveCapacity(site.pages.count * 2 + index.assets.count)
    for page in site.pages { pieces[site.file(of: page)] = .page(page) }
    for note in index.notes.indices { pieces[site.markdownFile(of: note)] = .markdown(note) }
    for asset in index.assets { pieces[asset.path] = .asset }
    for file in site.files() { pieces[file.path] = .file(file.bytes) }
    pieces[Edition.fullTextFile] = .fullText
    if !edition.hasOwnGraph { pieces[Edition.graphFile] = .graph }
  }

  /// What stands at a path.
  subscript(path: String) -> Piece? { pieces[path] }

  /// All paths, in order.
  var paths: [String] { pieces.keys.sorted() }
}

extension Edition {
  /// The bytes of one of its files.
  func bytes(of piece: EditionTable.Piece, at path: String) throws(Failure) -> [UInt8] {
    switch piece {
    case .page(let page): return self.page(page, body: body)
    case .markdown(let note): return markdown(note)
    case .asset: return try asset(path)
    case .file(let bytes): return bytes
    case .fullText: return try gathered { take throws(Failure) in try fullText(take) }
    case .graph: return try gathered { take throws(Failure) in try graph(take) }
    }
  }

  private func gathered(
    _ write: (([UInt8]) throws(Failure) -> Void) throws(Failure) -> Void
  ) throws(Failure) -> [UInt8] {
    var all: [UInt8] = []
    try write { piece throws(Failure) in all += piece }
    return all
  }
}
