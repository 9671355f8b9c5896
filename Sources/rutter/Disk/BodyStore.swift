import Glibc
import Synchronization

/// Keeps what was rendered until all notes are known: in memory while it is little, then in a file without a name.
///
/// So the memory of a build grows with what is known of the notes, not with their text.
final class BodyStore: Sendable {
  /// Where some bytes were put.
  enum Slot: Sendable {
    case memory([UInt8])
    case file(offset: Int, count: Int)
  }

  private struct Use {
    var inMemory = 0
    var inFile = 0
  }

  private static let limit = 32 << 20
  private let descriptor: Int32
  private let use = Mutex(Use())

  /// A store whose file lies in `folder`, under no name: it vanishes with the process.
  convenience init(in folder: String) throws(Failure) {
    let path = folder + "/bodies"
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Failure(path, errno) }
    unsafe unlink(path)
    self.init(descriptor)
  }

  /// A store whose file lies among the system's temporary files, for work that writes nothing else.
  convenience init() throws(Failure) {
    let folder = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var path = Array((folder + "/rutter-XXXXXX").utf8CString)
    let descriptor = unsafe mkstemp(&path)
    guard descriptor >= 0 else { throw Failure(folder, errno) }
    unsafe unlink(path)
    self.init(descriptor)
  }

  private init(_ descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
  }

  /// Puts bytes away.
  func put(_ bytes: [UInt8]) throws(Failure) -> Slot {
    let offset = use.withLock { use -> Int? in
      guard use.inMemory + bytes.count > Self.limit else {
        use.inMemory += bytes.count
        return nil
      }
      defer { use.inFile += bytes.count }
      return use.inFile
    }
    guard let offset else { return .memory(bytes) }
    try write(bytes, at: offset)
    return .file(offset: offset, count: bytes.count)
  }

  /// Gives the bytes of a slot.
  func bytes(_ slot: Slot) -> [UInt8] {
    switch slot {
    case .memory(let bytes): return bytes
    case .file(let offset, let count):
      return unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
        while filled < count {
          let got = unsafe pread(
            descriptor, buffer.baseAddress?.advanced(by: filled), count - filled, off_t(offset + filled))
          if got < 0, errno == EINTR { continue }
          guard got > 0 else { return }
          filled += got
        }
      }
    }
  }

  private func write(_ bytes: [UInt8], at offset: Int) throws(Failure) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe pwrite(
          descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written, off_t(offset + written))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Failure("Temporary file", errno) }
      written += count
    }
  }
}
