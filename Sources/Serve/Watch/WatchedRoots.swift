/// The files and folders that are to be watched.
struct WatchedRoots: Sendable {
  /// Their paths, without a slash at the end.
  let paths: [String]
  private let ignoring: @Sendable (String) -> Bool

  init(_ paths: [String], ignoring: @escaping @Sendable (String) -> Bool) {
    self.paths = paths.map { path in
      var path = path
      while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
      return path
    }
    self.ignoring = ignoring
  }

  /// Whether a path is a root or lies in one, and is not to be ignored.
  func hold(_ path: String) -> Bool {
    paths.contains { Self.isWithin(path, $0) } && !ignoring(path)
  }

  /// The roots that are at a path, or below it.
  func roots(from path: String) -> [String] {
    paths.filter { Self.isWithin($0, path) }
  }

  /// Whether a path is `folder`, or lies in it.
  static func isWithin(_ path: String, _ folder: String) -> Bool {
    guard path.utf8.starts(with: folder.utf8) else { return false }
    let rest = path.utf8.dropFirst(folder.utf8.count)
    return rest.isEmpty || rest.first == UInt8(ascii: "/") || folder == "/" || folder.isEmpty
  }

  /// The path of an entry of a folder; the empty path is the working folder.
  static func join(_ folder: String, _ name: String) -> String {
    folder.isEmpty ? name : folder == "/" ? "/" + name : folder + "/" + name
  }

  /// The folder that a path lies in; nil for the root of the disk and the working folder.
  static func parent(_ path: String) -> String? {
    guard path != "/", !path.isEmpty else { return nil }
    guard let slash = path.lastIndex(of: "/") else { return path == "." || path == ".." ? nil : "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
