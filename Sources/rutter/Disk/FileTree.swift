import Glibc

/// Lists the files of a folder and of those within it.
struct FileTree {
  /// A file found.
  struct File: Sendable {
    /// Its path below the folder that was listed, with slashes.
    let path: String
    let size: Int

    var isNote: Bool { path.hasSuffix(".md") || path.hasSuffix(".markdown") }
  }

  /// The files, by path.
  private(set) var files: [File] = []
  /// What could not be read, or leads in a circle.
  private(set) var problems: [(path: String, message: String)] = []

  private struct Identity: Hashable {
    let device: UInt
    let number: UInt
  }

  private var visited: Set<Identity> = []
  private var pending: [String] = [""]

  /// Lists `folder`. Hidden files and editors' backups are passed over; a symbolic link is followed, once.
  init(_ folder: String) throws(Failure) {
    var status = stat()
    guard unsafe stat(folder, &status) == 0 else { throw Failure(folder, errno) }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw Failure(folder, ENOTDIR) }
    guard unsafe access(folder, R_OK | X_OK) == 0 else { throw Failure(folder, errno) }
    visited.insert(Identity(device: status.st_dev, number: status.st_ino))
    while let next = pending.popLast() { list(next, in: folder) }
    files.sort { $0.path < $1.path }
  }

  private mutating func list(_ path: String, in root: String) {
    let folder = path.isEmpty ? root : root + "/" + path
    guard unsafe access(folder, R_OK | X_OK) == 0 else {
      let reason = unsafe String(cString: strerror(errno))
      problems.append((path, "Folder cannot be read: \(reason)"))
      return
    }
    for name in Folder.names(in: folder) where !name.hasPrefix(".") && !name.hasSuffix("~") {
      add(path.isEmpty ? name : path + "/" + name, in: root)
    }
  }

  private mutating func add(_ path: String, in root: String) {
    var status = stat()
    guard unsafe stat(root + "/" + path, &status) == 0 else {
      let isLoop = errno == ELOOP
      problems.append((path, isLoop ? "Symbolic link leads to itself" : "Symbolic link leads nowhere"))
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR:
      guard visited.insert(Identity(device: status.st_dev, number: status.st_ino)).inserted else {
        problems.append((path, "Symbolic link leads to a folder that is already part of the site"))
        return
      }
      pending.append(path)
    case S_IFREG:
      files.append(File(path: path, size: Int(status.st_size)))
    default: break
    }
  }
}
