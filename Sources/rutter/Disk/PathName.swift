import Glibc

/// Paths as names: nothing here looks whether a file is there.
enum PathName {
  /// The folder that the program runs in.
  static var workingFolder: String {
    guard let path = unsafe getcwd(nil, 0) else { return "/" }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }

  /// The whole path, without `.` and `..`.
  static func absolute(_ path: String) -> String {
    var parts: [Substring] = []
    let whole = path.hasPrefix("/") ? path : workingFolder + "/" + path
    for part in whole.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// An absolute path seen from an absolute folder.
  static func relative(_ path: String, to folder: String) -> String {
    let (parts, base) = (path.split(separator: "/"), folder.split(separator: "/"))
    var common = 0
    while common < min(parts.count, base.count), parts[common] == base[common] { common += 1 }
    let up = Array(repeating: Substring(".."), count: base.count - common)
    let name = (up + parts[common...]).joined(separator: "/")
    return name.isEmpty ? "." : name
  }
}
