import Source

/// What was probably meant by a link that leads nowhere.
///
/// It is made when findings are put into words, and remembers: the pages of a site tend to have the same broken links.
struct Suggestions {
  private let knowledge: KnowledgeBase
  private var index: SiteIndex { knowledge.index }
  private lazy var paths = PathIndex(index.notes.map(\.path.path) + index.assets.map(\.path))
  private lazy var topics = NameIndex.vocabulary(knowledge.topics)
  private var likeliest: [String: String?] = [:]

  init(_ knowledge: KnowledgeBase) {
    self.knowledge = knowledge
  }

  /// What was probably meant by a link to `path`, as it would be written in the note: with the query and the fragment
  /// that `destination` has.
  mutating func destination(_ destination: String, to path: String, from note: Int) -> String? {
    let rest = destination.drop { $0 != "?" && $0 != "#" }
    return self.path(path, from: note).map { Self.written($0) + rest }
  }

  /// A path as the destination of a link: escaped where a part of it would mean something else there.
  private static func written(_ path: String) -> String {
    path.utf8.contains { " ?#%<>()\\".utf8.contains($0) } ? PercentEncoding.encode(path: path) : path
  }

  /// The path that was probably meant, seen from the note.
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
