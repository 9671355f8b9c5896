import Source

/// Finds the `.hadolint.yaml` that counts for a file: in its folder, else in the nearest one above it.
struct HadolintFiles {
  /// The outermost folder that is looked into.
  private let root: String
  private var known: [String: HadolintFile] = [:]

  /// The files below `root`, a folder that all paths asked for start with; empty for the working folder.
  init(below root: String) {
    self.root = root == "." ? "" : root.hasSuffix("/") ? String(root.dropLast()) : root
  }

  /// The settings that count for the file at `path`.
  mutating func settings(for path: String) -> HadolintFile {
    settings(in: Self.parent(of: path) ?? "")
  }

  private mutating func settings(in folder: String) -> HadolintFile {
    if let file = known[folder] { return file }
    let file = Self.read(folder) ?? above(folder).map { settings(in: $0) } ?? HadolintFile()
    known[folder] = file
    return file
  }

  private static func read(_ folder: String) -> HadolintFile? {
    for name in [".hadolint.yaml", ".hadolint.yml"] {
      let path = folder == "/" ? "/" + name : Project.join(folder, name)
      if let bytes = FileReader.readIfThere(path) { return HadolintFile(SourceText(path: path, bytes: bytes)) }
    }
    return nil
  }

  /// The folder around `folder`, unless that is the outermost, or no part of its path.
  private func above(_ folder: String) -> String? {
    folder == root || folder == ".." || folder.hasSuffix("/..") ? nil : Self.parent(of: folder)
  }

  private static func parent(of path: String) -> String? {
    guard let slash = path.lastIndex(of: "/") else { return path.isEmpty ? nil : "" }
    guard slash > path.startIndex else { return path == "/" ? nil : "/" }
    return String(path[..<slash])
  }
}
