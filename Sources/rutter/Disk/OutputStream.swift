import Glibc

/// A large file of the output folder that is written piece by piece.
///
/// As long as the pieces are what the published file already says, nothing is written; with the first that is not, they
/// go to a new file, which takes the old one's place at the end.
struct OutputStream: ~Copyable {
  private let target: String
  private let temporary: String
  private var published: Int32
  private var new: Int32 = -1
  private(set) var count = 0

  /// A file at `target`, which is written as `temporary` until it is whole.
  init(target: String, temporary: String, comparing: Bool) {
    self.target = target
    self.temporary = temporary
    published = comparing ? unsafe Glibc.open(target, O_RDONLY | O_CLOEXEC) : -1
  }

  deinit {
    if published >= 0 { close(published) }
    if new >= 0 { close(new) }
  }

  /// Adds a piece.
  mutating func append(_ bytes: [UInt8]) throws(Failure) {
    if published >= 0, new < 0, !isPublished(bytes) { try diverge() }
    if published < 0, new < 0 { try begin() }
    if new >= 0 { try write(bytes) }
    count += bytes.count
  }

  /// Ends the file. Says whether it was written.
  consuming func finish() throws(Failure) -> Bool {
    if new < 0, published >= 0 {
      var status = stat()
      if unsafe fstat(published, &status) == 0, Int(status.st_size) == count { return false }
      try diverge()
    }
    if new < 0 { try begin() }
    guard unsafe rename(temporary, target) == 0 else { throw Failure(target, errno) }
    return true
  }

  /// Whether the published file has these bytes at this place.
  private func isPublished(_ bytes: [UInt8]) -> Bool {
    var offset = 0
    while offset < bytes.count {
      let piece = unsafe [UInt8](unsafeUninitializedCapacity: min(1 << 16, bytes.count - offset)) { buffer, filled in
        filled = max(0, unsafe pread(published, buffer.baseAddress, buffer.count, off_t(count + offset)))
      }
      guard !piece.isEmpty, isSame(bytes[offset..<offset + piece.count], piece) else { return false }
      offset += piece.count
    }
    return true
  }

  /// Starts the new file with what was the same so far.
  private mutating func diverge() throws(Failure) {
    try begin()
    var offset = 0
    while offset < count {
      let piece = unsafe [UInt8](unsafeUninitializedCapacity: min(1 << 20, count - offset)) { buffer, filled in
        filled = max(0, unsafe pread(published, buffer.baseAddress, buffer.count, off_t(offset)))
      }
      guard !piece.isEmpty else { throw Failure(target, EIO) }
      try write(piece)
      offset += piece.count
    }
  }

  private mutating func begin() throws(Failure) {
    new = unsafe Glibc.open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard new >= 0 else { throw Failure(temporary, errno) }
  }

  private func write(_ bytes: [UInt8]) throws(Failure) {
    guard writeAll(bytes, to: new) else {
      let code = errno
      unsafe unlink(temporary)
      throw Failure(target, code)
    }
  }
}

/// Writes all of `bytes`; false, with `errno` set, where that is not possible.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
  unsafe bytes.withUnsafeBytes { buffer in
    var written = 0
    while written < buffer.count {
      let count = unsafe Glibc.write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      written += count
    }
    return true
  }
}
