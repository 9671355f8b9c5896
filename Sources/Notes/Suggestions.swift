import Source

/// What was probably meant by a link that leads nowhere.
///
/// It is made when findings are put into words, and remembers: the pages of a site tend to have the same broken links.
struct Suggestions {
  private let index: SiteIndex
  private lazy var paths = PathIndex(index.notes.map(\.path.path) + index.assets.map(\.path))
  private lazy var topics = NameIndex.vocabulary(index.notes)
  private var likeliest: [String: String?] = [:]

  init(_ index: SiteIndex) {
    self.index = index
  }

  /// The path that was probably meant, as it would be written in the note.
  mutating func path(_ path: String, from note: Int) -> String? {
    let folder = index.notes[note].path.folder
    let wanted = Destination.join(path.hasPrefix("/") ? "" : String(folder), path) ?? path
    let likely = likeliest[wanted] ?? paths.likeliest(wanted)
    likeliest[wanted] = likely
    return likely.map { RelativePath.of($0, in: folder) }
  }

  /// The title or alias that was probably meant.
  mutating func topic(_ name: String) -> String? {
    topics.nearest(to: name)
  }

  /// The heading's id that was probably meant.
  func anchor(_ fragment: String, of note: Int) -> String? {
    Suggestion.nearest(to: fragment, among: index.notes[note].headings.lazy.map(\.id))
  }
}
