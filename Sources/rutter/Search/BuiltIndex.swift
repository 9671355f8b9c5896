import Glibc
import Search
import Source

/// The search index of a built site, read from the disk as far as questions need it.
struct BuiltIndex {
  /// The site's folder.
  let site: String
  /// What answers.
  private(set) var engine: SearchEngine

  private static let folder = "search"

  /// Opens the index of a built site, or of a folder with a built site in `public`.
  init(of folder: String) throws(Failure) {
    let places = [folder, Project.join(folder, "public")]
    let found = places.lazy.compactMap { site in
      Self.namesFile(in: Project.join(site, Self.folder)).map { (site, $0) }
    }.first
    guard let (site, file) = found else {
      throw Failure(
        "There is no search index in '\(folder)'",
        advice: "Build the site first, with 'rutter build', or name the folder that it was built in with --site")
    }
    self.site = site
    engine = try Self.reading(file) { bytes throws(IndexFault) in try SearchEngine(names: bytes) }
  }

  /// Answers a question from what the index knows.
  mutating func answer(_ query: SearchQuery, limit: Int) throws(Failure) -> SearchAnswer {
    var missing = engine.missingShards(for: query)
    while !missing.isEmpty {
      for shard in missing {
        let name = String(decoding: engine.shardName(shard), as: UTF8.self)
        let file = Project.join(Project.join(site, Self.folder), name)
        try Self.reading(file) { bytes throws(IndexFault) in try engine.add(shard: shard, bytes) }
      }
      missing = engine.missingShards(for: query)
    }
    return engine.answer(query, limit: limit)
  }

  /// The words of a page that show why it was found; nothing where its text does not.
  func excerpt(of page: Int, for words: [WantedWord]) -> Excerpt? {
    let file = Project.join(site, String(decoding: engine.names.path(of: page), as: UTF8.self) + "index.md")
    return FileReader.readIfThere(file).flatMap { Excerpt(of: $0, for: words) }
  }

  // MARK: Files

  /// The names file in a folder: of several, which an interrupted build may leave, the one that the pages load.
  private static func namesFile(in folder: String) -> String? {
    let names = Folder.names(in: folder).filter { $0.hasPrefix("names-") && $0.hasSuffix(".bin") }.sorted()
    guard names.count > 1, let script = FileReader.readIfThere(Project.join(folder, "search.js")) else {
      return names.first.map { Project.join(folder, $0) }
    }
    let text = String(decoding: script, as: UTF8.self)
    return (names.first { text.contains("\"\($0)\"") } ?? names.first).map { Project.join(folder, $0) }
  }

  /// Reads a file of the index, and says what is wrong with it.
  private static func reading<Result>(
    _ file: String, _ use: ([UInt8]) throws(IndexFault) -> Result
  ) throws(Failure) -> Result {
    let bytes = try FileReader.read(file)
    do throws(IndexFault) {
      return try use(bytes)
    } catch {
      throw Failure(
        "\(file): \(error.reason) (byte \(error.offset))", advice: "Build the site again, with 'rutter build'")
    }
  }
}
