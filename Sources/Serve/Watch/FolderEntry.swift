internal import Glibc

/// An entry of a folder, as a watcher sees it.
struct FolderEntry {
  enum Kind {
    case file, folder
    /// A symbolic link to a file.
    case link
    /// A symbolic link to a folder.
    case folderLink
  }

  let name: String
  let kind: Kind

  /// The entries of a folder; none where it cannot be read.
  static func all(in folder: String) -> [FolderEntry] {
    guard let directory = unsafe opendir(folder.isEmpty ? "." : folder) else { return [] }
    defer { unsafe closedir(directory) }
    var entries: [FolderEntry] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe Self.name(of: entry)
      guard name != ".", name != ".." else { continue }
      switch Int(unsafe entry.pointee.d_type) {
      case Int(DT_REG): entries.append(FolderEntry(name: name, kind: .file))
      case Int(DT_DIR): entries.append(FolderEntry(name: name, kind: .folder))
      case Int(DT_LNK), Int(DT_UNKNOWN):
        if let kind = kind(of: WatchedRoots.join(folder, name)) { entries.append(FolderEntry(name: name, kind: kind)) }
      default: continue
      }
    }
    return entries
  }

  /// What stands at a path; nil where it is nothing to be watched.
  static func kind(of path: String) -> Kind? {
    var own = stat()
    guard unsafe lstat(path, &own) == 0 else { return nil }
    let isLink = own.st_mode & S_IFMT == S_IFLNK
    var status = stat()
    // A link that leads nowhere may lead somewhere soon.
    guard unsafe stat(path, &status) == 0 else { return isLink ? .link : nil }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return isLink ? .folderLink : .folder
    case S_IFREG: return isLink ? .link : .file
    default: return nil
    }
  }

  /// The name in what `readdir` gives.
  static func name(of entry: UnsafeMutablePointer<dirent>) -> String {
    unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
      unsafe name.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: name.pointee)) {
        unsafe String(cString: $0)
      }
    }
  }
}
