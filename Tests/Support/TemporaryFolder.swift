import Foundation

/// A folder of its own for a test.
package struct TemporaryFolder: Sendable {
  /// Its path on the disk.
  package let path: String

  /// Makes a folder for as long as `body` runs.
  package static func with<Result>(_ body: (TemporaryFolder) throws -> Result) throws -> Result {
    let made = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appendingPathComponent("rutter-test-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: made, withIntermediateDirectories: true)
    defer { remove(made.path) }
    return try body(TemporaryFolder(path: made.path))
  }

  /// Makes a folder for as long as `body` runs, which may wait.
  package static func during<Result>(_ body: (TemporaryFolder) async throws -> Result) async throws -> Result {
    let made = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appendingPathComponent("rutter-test-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: made, withIntermediateDirectories: true)
    defer { remove(made.path) }
    return try await body(TemporaryFolder(path: made.path))
  }

  /// A path below the folder as a path of the disk.
  package func path(_ relative: String) -> String {
    relative.isEmpty ? path : path + "/" + relative
  }

  /// Writes a file; folders on the way to it are made.
  package func write(_ content: some Sequence<UInt8>, to relative: String) throws {
    try makeFolder(Repository.parent(relative))
    try Data(content).write(to: URL(fileURLWithPath: path(relative)))
  }

  /// Writes a text file; folders on the way to it are made.
  package func write(_ content: String, to relative: String) throws {
    try write(content.utf8, to: relative)
  }

  /// Writes the sections of an archive as files.
  package func write(_ archive: TextArchive) throws {
    for section in archive.sections { try write(section.content, to: section.name) }
  }

  /// Makes a folder and those on the way to it.
  package func makeFolder(_ relative: String) throws {
    try FileManager.default.createDirectory(atPath: path(relative), withIntermediateDirectories: true)
  }

  /// Makes a symbolic link that says `target`.
  package func link(_ relative: String, to target: String) throws {
    try makeFolder(Repository.parent(relative))
    try FileManager.default.createSymbolicLink(atPath: path(relative), withDestinationPath: target)
  }

  /// Removes a file or a folder with everything in it.
  package func remove(_ relative: String) throws {
    try FileManager.default.removeItem(atPath: path(relative))
  }

  /// The text of a file, or nothing where it is missing.
  package func text(_ relative: String) -> String? {
    Repository.text(path(relative))
  }

  /// The bytes of every file below a folder, by path relative to it.
  package func contents(of relative: String) -> [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    for name in files(below: relative) {
      contents[name] = Repository.bytes(path(relative) + "/" + name)
    }
    return contents
  }

  /// The files below a folder, sorted, as paths relative to it; no folders.
  package func files(below relative: String = "") -> [String] {
    let top = path(relative)
    let names = FileManager.default.enumerator(atPath: top)?.allObjects.compactMap { $0 as? String } ?? []
    return names.filter { name in
      let type = try? FileManager.default.attributesOfItem(atPath: top + "/" + name)[.type] as? FileAttributeType
      return type != .typeDirectory
    }.sorted()
  }

  /// Removes even what a test made unwritable.
  private static func remove(_ path: String) {
    if (try? FileManager.default.removeItem(atPath: path)) != nil { return }
    _ = try? Command("chmod", ["-R", "u+rwx", path]).run()
    try? FileManager.default.removeItem(atPath: path)
  }
}
