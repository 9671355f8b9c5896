import Glibc
import Source
import Study

/// The log of reviews beside the notes, `rutter.study.jsonl`: never published, and whole at any time.
struct ReviewFile {
  /// The file.
  let path: String

  /// The log that lies beside a site's notes.
  init(in content: String) {
    path = Project.join(content, ReviewLog.fileName)
  }

  init(path: String) {
    self.path = path
  }

  /// What is in it; an empty log where it is not there.
  func read() throws(Failure) -> ReviewLog {
    guard unsafe access(path, F_OK) == 0 else { return ReviewLog() }
    return ReviewLog(try FileReader.read(path))
  }

  /// Adds reviews at the end, in one stroke. A last line that was cut off is ended first, so that it harms nothing.
  func append(_ reviews: [Review]) throws(Failure) {
    let descriptor = try opened()
    defer { close(descriptor) }
    var last: UInt8 = 0x0A
    let size = lseek(descriptor, 0, SEEK_END)
    if size > 0 { _ = unsafe pread(descriptor, &last, 1, size - 1) }
    let lines = (last == 0x0A ? [] : [0x0A]) + reviews.flatMap(\.line)
    let written = unsafe lines.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
    guard written == lines.count else { throw Failure(path, errno) }
  }

  /// Takes out reviews that were made by mistake.
  func remove(_ mistakes: [Review]) throws(Failure) {
    let descriptor = try opened()
    defer { close(descriptor) }
    var log = try read()
    log.remove(mistakes)
    try FileReplacement.write(log.bytes, to: path)
  }

  /// The file, open to nobody else who goes this way.
  private func opened() throws(Failure) -> Int32 {
    while true {
      let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
      guard descriptor >= 0 else { throw Failure(path, errno) }
      flock(descriptor, LOCK_EX)
      // While this was waited for, another file may have come into its place.
      var (own, current) = (stat(), stat())
      if unsafe fstat(descriptor, &own) == 0, unsafe stat(path, &current) == 0, own.st_ino == current.st_ino {
        return descriptor
      }
      close(descriptor)
    }
  }

  /// Says which lines tell of no review, with their places.
  static func report(_ log: ReviewLog, at path: String, _ bytes: [UInt8]) {
    let lines = LineTable(bytes)
    for damaged in log.damaged {
      let line = lines.position(damaged.range.start).line
      Terminal.error.write("\(path):\(line):1: warning: This line tells of no review; it is kept, and passed over\n")
    }
  }
}
