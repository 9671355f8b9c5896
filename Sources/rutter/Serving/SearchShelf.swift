import Notes
import Pages

/// The files that a search reads, made when the first of them is asked for.
actor SearchShelf {
  private let edition: Edition
  private var files: Task<[String: [UInt8]], any Error>?
  /// Files of an edition before, whose names are other ones: pages that are open go on with them.
  private let old: [String: [UInt8]]

  init(_ edition: Edition, besides old: [String: [UInt8]] = [:]) {
    self.edition = edition
    self.old = old
  }

  /// The bytes of a file; nothing where the search has none of this name.
  func bytes(_ path: String, jobs: Int) async throws -> [UInt8]? {
    try await all(jobs: jobs)[path] ?? old[path]
  }

  /// All of its files.
  func all(jobs: Int) async throws -> [String: [UInt8]] {
    let task = files ?? Task { [edition] in try await edition.searchFiles(jobs: jobs) }
    files = task
    return try await task.value
  }

  /// The newest files that somebody has seen.
  var seen: [String: [UInt8]] {
    get async { await (try? files?.value) ?? old }
  }
}

extension Edition {
  /// What those read who search, by path.
  func searchFiles(jobs: Int) async throws -> [String: [UInt8]] {
    guard site.isSearchable else { return [:] }
    let texts = try await concurrentMap(site.knowledge.notes.count, jobs: jobs, state: {}) {
      _, note throws(Failure) in PageText(body(note), of: note, in: site.knowledge)
    }
    return Dictionary(site.searchFiles(texts).map { ($0.path, $0.bytes) }) { $1 }
  }
}
