import Glibc

/// Puts new bytes into a file that is there, in one step: whoever reads it sees the old ones or the new ones.
///
/// Its mode and its owner stay. Where the path is a symbolic link, the file that it leads to is replaced, and the link
/// stays a link.
enum FileReplacement {
  /// Replaces the bytes of the file at `path`, unless they are not `old` any more: somebody else is writing, too.
  static func replace(_ path: String, _ old: [UInt8], with new: [UInt8]) throws(Failure) {
    let target = try resolve(path)
    guard unsafe access(target, W_OK) == 0 else { throw Failure(path, errno) }
    let current = try FileReader.read(target)
    // The file may have been named twice, by way of a symbolic link.
    if isSame(current[...], new) { return }
    guard isSame(current[...], old) else {
      throw Failure("\(path): the file was changed meanwhile", advice: "Run the command again")
    }
    try write(new, to: target)
  }

  /// Writes a file in one step, whether it is there or not; folders on the way to it are made.
  static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    let target = unsafe access(path, F_OK) == 0 ? try resolve(path) : path
    try Folder.make(above: target)
    let slash = target.lastIndex(of: "/").map { target.index(after: $0) } ?? target.startIndex
    var temporary = Array((target[..<slash] + "." + target[slash...] + ".rutter-XXXXXX").utf8CString)
    let descriptor = unsafe mkstemp(&temporary)
    guard descriptor >= 0 else { throw Failure(path, errno) }
    let isWritten = fill(descriptor, with: bytes, like: target)
    let code = errno
    close(descriptor)
    guard isWritten else {
      unsafe unlink(&temporary)
      throw Failure(path, code)
    }
    guard unsafe rename(&temporary, target) == 0 else {
      let code = errno
      unsafe unlink(&temporary)
      throw Failure(path, code)
    }
  }

  /// False, with `errno` set, where that is not possible.
  private static func fill(_ descriptor: Int32, with bytes: [UInt8], like target: String) -> Bool {
    var status = stat()
    if unsafe stat(target, &status) == 0 {
      // Only root may give a file away; that of somebody else becomes our own then, as with any editor.
      _ = fchown(descriptor, status.st_uid, status.st_gid)
      guard fchmod(descriptor, status.st_mode & 0o7777) == 0 else { return false }
    } else {
      let mask = umask(0)
      umask(mask)
      guard fchmod(descriptor, 0o666 & ~mask) == 0 else { return false }
    }
    return writeAll(bytes, to: descriptor) && fsync(descriptor) == 0
  }

  private static func resolve(_ path: String) throws(Failure) -> String {
    guard let resolved = unsafe realpath(path, nil) else { throw Failure(path, errno) }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }
}
