import Glibc

/// What is done to folders as folders.
enum Folder {
  /// Makes a folder and those above it, as far as they are missing.
  static func make(_ path: String) throws(Failure) {
    if unsafe mkdir(path, 0o755) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
      throw Failure(path, errno)
    }
    try make(String(path[..<slash]))
    guard unsafe mkdir(path, 0o755) == 0 || errno == EEXIST else { throw Failure(path, errno) }
  }

  /// Makes the folder that a file is to stand in.
  static func make(above file: String) throws(Failure) {
    guard let slash = file.lastIndex(of: "/") else { return }
    try make(String(file[..<slash]))
  }

  /// Removes a folder with all that is in it. A symbolic link is removed, not followed.
  static func remove(_ path: String) {
    clear(path) { _ in true }
    unsafe rmdir(path)
  }

  /// Removes what is in a folder and has such a name.
  static func clear(_ path: String, where isUnwanted: (String) -> Bool) {
    for name in names(in: path) where isUnwanted(name) {
      let entry = path + "/" + name
      if unsafe unlink(entry) != 0, errno == EISDIR { remove(entry) }
    }
  }

  /// The names in a folder, in no order; none if it cannot be read.
  static func names(in path: String) -> [String] {
    guard let stream = unsafe opendir(path) else { return [] }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }
}
