/// Files as they are on the disk, or as they would be after changes that nobody has written yet.
struct SourceFiles: Sendable {
  /// The files that are held in memory, by path: they take the place of those on the disk.
  private var held: [String: [UInt8]] = [:]

  /// The bytes of the file at `path`.
  func read(_ path: String) throws(Failure) -> [UInt8] {
    if let bytes = held[path] { return bytes }
    return try FileReader.read(path)
  }

  /// Lets the file at `path` have these bytes, for whoever reads it from now on.
  mutating func hold(_ bytes: [UInt8], at path: String) {
    held[path] = bytes
  }
}
