import Glibc

/// Keeps a build from writing where it must not.
enum OutputGuard {
  /// Refuses an output folder that is the root, the site, a folder around it, or a part of what the site is made from.
  static func check(_ output: String, site: String, content: String, templates: String?) throws(Failure) {
    let target = resolve(output)
    guard target != "/" else { throw refusal(output, "is the root of the file system") }
    guard !contains(target, resolve(site)) else { throw refusal(output, "holds the site itself") }
    guard !contains(target, resolve(content)) else { throw refusal(output, "holds the notes") }
    guard !contains(resolve(content), target) else { throw refusal(output, "lies among the notes") }
    if let templates, contains(resolve(templates), target) || contains(target, resolve(templates)) {
      throw refusal(output, "lies among the templates")
    }
    var status = stat()
    if unsafe stat(output, &status) == 0, status.st_mode & S_IFMT != S_IFDIR {
      throw refusal(output, "is not a folder")
    }
  }

  private static func refusal(_ output: String, _ reason: String) -> Failure {
    Failure("The output folder '\(output)' \(reason)", advice: "Choose another folder with --output")
  }

  /// Whether `path` is `folder` or lies in it.
  private static func contains(_ folder: String, _ path: String) -> Bool {
    path == folder || path.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
  }

  /// The real path, without links and dots, also of a folder that is not there yet.
  private static func resolve(_ path: String) -> String {
    var missing: [Substring] = []
    var existing = path.hasPrefix("/") ? path : workingFolder + "/" + path
    while true {
      if let real = unsafe realpath(existing, nil) {
        defer { unsafe free(real) }
        let folder = unsafe String(cString: real)
        return missing.isEmpty
          ? folder : (folder == "/" ? "" : folder) + "/" + missing.reversed().joined(separator: "/")
      }
      guard let slash = existing.lastIndex(of: "/") else { return path }
      let part = existing[existing.index(after: slash)...]
      if !part.isEmpty, part != "." { missing.append(part) }
      existing = slash == existing.startIndex ? "/" : String(existing[..<slash])
    }
  }

  private static var workingFolder: String {
    guard let path = unsafe getcwd(nil, 0) else { return "/" }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }
}
