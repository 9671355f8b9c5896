import Glibc

/// Writes a file so that whoever looks sees the old one or the new one, and never a part.
enum AtomicFile {
  /// Puts `bytes` in the place of the file at `path`, with the permissions that it had. A link is followed.
  static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    let target = resolved(path)
    var status = stat()
    let mode = unsafe stat(target, &status) == 0 ? status.st_mode & 0o7777 : 0o644
    let temporary = target + ".rutter-\(getpid())"
    let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw Failure(temporary, errno) }
    var code: Int32 = writeAll(bytes, to: descriptor) ? 0 : errno
    if code == 0, fchmod(descriptor, mode) != 0 { code = errno }
    if close(descriptor) != 0, code == 0 { code = errno }
    if code == 0, unsafe rename(temporary, target) != 0 { code = errno }
    guard code == 0 else {
      unsafe unlink(temporary)
      throw Failure(target, code)
    }
  }

  private static func resolved(_ path: String) -> String {
    guard let real = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }
}
