import Notes
import Source

/// The files of a site's notes as they were last read: each is read once for each of its contents.
struct LiveFiles: Sendable {
  /// A file, and what its bytes were.
  fileprivate struct Kept: Sendable {
    let hash: ContentHash
    let file: NoteFile
  }

  private var kept: [String: Kept] = [:]

  /// What reading a file gave, by its path below the content folder.
  subscript(path: String) -> NoteFile? { kept[path]?.file }

  /// Forgets what is no longer there.
  mutating func keep(only paths: Set<String>) {
    kept = kept.filter { paths.contains($0.key) }
  }

  /// A file that has other bytes than before.
  struct Change: Sendable {
    let path: String
    fileprivate let kept: Kept
  }

  /// Reads these files, and gives those that have changed.
  func read(_ paths: [String], _ reading: NoteFileReading, jobs: Int) async throws -> [Change] {
    let read = try await concurrentMap(paths.count, jobs: jobs, state: { NoteFileReader(reading) }) {
      reader, index throws(Failure) -> Change? in
      let path = paths[index]
      guard let bytes = try? reading.disk.read(reading.prefix + path) else {
        return Change(path: path, kept: Kept(hash: ContentHash([]), file: try reader.read(path)))
      }
      let hash = ContentHash(bytes)
      if let old = kept[path], old.hash == hash, case .notes = old.file { return nil }
      return Change(path: path, kept: Kept(hash: hash, file: try reader.read(bytes, at: path)))
    }
    return read.compactMap(\.self)
  }

  /// Keeps what was read of these.
  mutating func keep(_ changes: [Change]) {
    for change in changes { kept[change.path] = change.kept }
  }
}
