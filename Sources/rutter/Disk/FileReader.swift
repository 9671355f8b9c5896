import Glibc

/// Reads files with plain system calls: a site has thousands of small ones.
enum FileReader {
  /// All bytes of a file.
  static func read(_ path: String) throws(Failure) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(path, errno) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw Failure(path, errno) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw Failure(path, EISDIR) }
    guard let bytes = read(descriptor, expecting: Int(status.st_size)) else { throw Failure(path, errno) }
    return bytes
  }

  /// All bytes of a file that may well be missing; nothing where it is, or cannot be read.
  static func readIfThere(_ path: String) -> [UInt8]? {
    // Most are missing, and to put that into words costs more than to look.
    guard unsafe access(path, R_OK) == 0 else { return nil }
    return try? read(path)
  }

  /// All bytes that a descriptor gives; nil on an error.
  static func read(_ descriptor: Int32, expecting size: Int) -> [UInt8]? {
    var failed = false
    var bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = unsafe Glibc.read(descriptor, buffer.baseAddress?.advanced(by: count), size - count)
        if got < 0, errno == EINTR { continue }
        failed = failed || got < 0
        guard got > 0 else { return }
        count += got
      }
    }
    // A pipe has no size, and a file may have grown.
    while !failed {
      let more = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
        let got = unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        failed = got < 0 && errno != EINTR
        count = max(0, got)
      }
      guard !more.isEmpty else { break }
      bytes += more
    }
    return failed ? nil : bytes
  }
}

extension Failure {
  /// What the system says of a path.
  init(_ path: String, _ code: Int32) {
    let reason = unsafe String(cString: strerror(code))
    let advice: String? =
      switch code {
      case EACCES, EPERM: "Check who may read and write there"
      case ENOSPC, EDQUOT: "Make room on the disk; the files that are already published are whole"
      case ENOENT: "Check the path"
      default: nil
      }
    self.init("\(path): \(reason)", advice: advice)
  }
}
