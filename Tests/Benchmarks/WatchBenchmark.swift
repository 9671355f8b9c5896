import Glibc
import Serve

/// How long it takes from the end of a write until a watcher tells of it, in a tree of a thousand folders.
enum WatchBenchmark {
  static func run() async throws -> (median: Double, worst: Double) {
    var template = Array("/tmp/rutter-watch-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil else { return (0, 0) }
    let root = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    for number in 0..<1_000 { unsafe mkdir(root + "/\(number)", 0o700) }
    defer {
      for number in 0..<1_000 {
        unsafe unlink(root + "/\(number)/a.md")
        unsafe rmdir(root + "/\(number)")
      }
      unsafe rmdir(root)
    }
    let watcher = await Watcher.start([root])
    var changes = watcher.changes.makeAsyncIterator()
    var waits: [Double] = []
    for number in 0..<200 {
      let path = root + "/\(number * 7 % 1_000)/a.md"
      let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
      unsafe write(descriptor, path, path.utf8.count)
      close(descriptor)
      let start = ContinuousClock.now
      while let change = await changes.next(), !change.paths.contains(path) {}
      waits.append((ContinuousClock.now - start) / .milliseconds(1))
      try await Task.sleep(for: .milliseconds(5))
    }
    await watcher.stop()
    waits.sort()
    return (waits[waits.count / 2], waits[waits.count * 95 / 100])
  }
}
