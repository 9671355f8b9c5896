import Notes
import Pages

/// The files that a search reads, made when the first of them is asked for.
///
/// Pages that are open go on with the files of the edition before, whose names are other ones.
actor SearchShelf {
  private let edition: Edition
  private var files: Task<[String: [UInt8]], any Error>?
  private var before: SearchShelf?

  init(_ edition: Edition, after before: SearchShelf?) {
    self.edition = edition
    self.before = before
  }

  /// The bytes of a file; nothing where the search has none of this name.
  func bytes(_ path: String, jobs: Int) async throws -> [UInt8]? {
    if let bytes = try await all(jobs: jobs)[path] { return bytes }
    return await before?.madeBytes(path)
  }

  /// All of its files.
  func all(jobs: Int) async throws -> [String: [UInt8]] {
    let task = files ?? Task { [edition] in try await edition.searchFiles(jobs: jobs) }
    files = task
    await before?.forget()
    return try await task.value
  }

  private func madeBytes(_ path: String) async -> [UInt8]? {
    guard let files else { return await before?.madeBytes(path) }
    return try? await files.value[path]
  }

  /// Lets go of all that came before.
  private func forget() { before = nil }
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
