import Notes
import Pages

/// The files of an edition whose names follow from their bytes, made when the first of them is asked for: what a search
/// reads, and what those who study do.
actor LateFiles {
  private let edition: Edition
  private let jobs: Int
  private var search: Task<[OutputFile], any Error>?
  private var study: Task<[OutputFile], any Error>?
  /// Files of an edition before, whose names are other ones: pages that are open go on with them.
  private let old: [String: [UInt8]]

  init(_ edition: Edition, jobs: Int, besides old: [String: [UInt8]] = [:]) {
    (self.edition, self.jobs, self.old) = (edition, jobs, old)
  }

  /// The bytes of a file; nothing where there is none of this name.
  func bytes(_ path: String) async throws -> [UInt8]? {
    for files in try await files(beside: path) where files.path == path { return files.bytes }
    return old[path]
  }

  private func files(beside path: String) async throws -> [OutputFile] {
    if SearchFiles.hold(path) { return try await searchFiles() }
    if StudyFiles.hold(path) { return try await studyFiles() }
    return path == Site.workerFile ? try await workerFiles() : []
  }

  /// All of them.
  func all() async throws -> [OutputFile] {
    try await searchFiles() + studyFiles() + workerFiles()
  }

  private func searchFiles() async throws -> [OutputFile] {
    let task = search ?? Task { [edition, jobs] in try await edition.searchFiles(jobs: jobs) }
    search = task
    return try await task.value
  }

  private func studyFiles() async throws -> [OutputFile] {
    let task = study ?? Task { [edition, jobs] in try await edition.studyFiles(jobs: jobs) }
    study = task
    return try await task.value
  }

  private func workerFiles() async throws -> [OutputFile] {
    try await edition.site.serviceWorker(keeping: edition.site.files() + searchFiles() + studyFiles())
  }

  /// The newest files that somebody has asked for.
  var seen: [String: [UInt8]] {
    get async {
      var files: [OutputFile] = []
      for task in [search, study] { files += await (try? task?.value) ?? [] }
      return Dictionary(files.map { ($0.path, $0.bytes) }) { $1 }.merging(files.isEmpty ? old : [:]) { new, _ in new }
    }
  }
}

extension Edition {
  fileprivate func searchFiles(jobs: Int) async throws -> [OutputFile] {
    guard site.isSearchable else { return [] }
    let texts = try await concurrentMap(site.knowledge.notes.count, jobs: jobs, state: {}) {
      _, note throws(Failure) in PageText(body(note), of: note, in: site.knowledge)
    }
    return site.searchFiles(texts)
  }

  fileprivate func studyFiles(jobs: Int) async throws -> [OutputFile] {
    let texts = try await concurrentMap(site.knowledge.notes.count, jobs: jobs, state: {}) {
      _, note throws(Failure) in cards(note)
    }
    return studyFiles(texts)
  }
}
