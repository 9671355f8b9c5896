import Glibc
import Source
import Synchronization

/// The folder that a site is published in.
///
/// Whoever looks sees whole files only. A folder that is not there yet is filled under another name and renamed at the
/// end. In one that is, each file is written elsewhere and renamed into its place; one that already has the right bytes
/// is left alone. What Rutter has written is listed in `.rutter/written` *before* it is published, so that the next
/// build knows what it may replace and remove, even after a power cut.
struct OutputFolder: Sendable {
  /// Where the site is published.
  let path: String
  /// Where its files are written: the same, or the folder that will become it.
  private let work: String
  private let rewrites: Bool
  private let known: Set<String>
  private let counters = Counters()

  private static let hidden = ".rutter"
  private static let ledger = hidden + "/written"

  private final class Counters: Sendable {
    let temporary = Atomic(0)
    let written = Atomic(0)
    let bytes = Atomic(0)
  }

  /// How many files were written or removed.
  var writtenFiles: Int { counters.written.load(ordering: .relaxed) }
  /// How many bytes the site's files have, written or not.
  var totalBytes: Int { counters.bytes.load(ordering: .relaxed) }
  /// Where temporary files may be put.
  var scratch: String { work + "/" + Self.hidden }
  private var isNew: Bool { work != path }

  /// Opens or makes the folder.
  ///
  /// - Parameter rewrites: Whether files with the right bytes are written again too.
  init(_ path: String, rewrites: Bool) throws(Failure) {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
    self.rewrites = rewrites
    work = unsafe access(path, F_OK) == 0 ? path : Self.unfinished(path)
    if work != path { Folder.remove(work) }
    try Folder.make(work + "/" + Self.hidden)
    let ledger = work + "/" + Self.ledger
    let bytes = unsafe access(ledger, F_OK) == 0 ? try FileReader.read(ledger) : []
    known = Set(bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) })
    Folder.clear(work + "/" + Self.hidden) { $0.utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") } }
  }

  /// `site/public` → `site/.public.rutter`.
  private static func unfinished(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? "public"
    return path.dropLast(name.count) + ".\(name).rutter"
  }

  /// Ends a build: a new folder gets its name.
  func finish() throws(Failure) {
    guard isNew else { return }
    guard unsafe rename(work, path) == 0 else { throw Failure(path, errno) }
  }

  /// Gives up a build: of a new folder nothing stays.
  func abandon() {
    if isNew { Folder.remove(work) }
  }

  // MARK: The ledger

  /// Notes what is about to be published. Refuses where a file is in the way that Rutter has not written.
  ///
  /// - Parameter earlier: What was announced before, and may be there by now.
  func announce(_ files: [String], after earlier: [String] = []) throws(Failure) {
    if !isNew {
      for file in files where !known.contains(file) {
        var status = stat()
        guard unsafe lstat(path + "/" + file, &status) == 0 else { continue }
        throw Failure(
          "\(path)/\(file) was not written by rutter, and is not overwritten",
          advice: "Move it away, or choose another folder with --output")
      }
    }
    let before = known.union(earlier)
    let all = before.union(files)
    if all != before { try writeLedger(all) }
  }

  /// Removes what was published before and is not any more, and notes what is published now.
  func prune(keeping files: [String]) throws(Failure) {
    let kept = Set(files)
    for file in known.subtracting(kept).sorted() where Self.isInside(file) {
      if unsafe unlink(path + "/" + file) == 0 { counters.written.add(1, ordering: .relaxed) }
      removeEmptyFolders(above: file)
    }
    if kept != known, !isNew { try writeLedger(kept) }
  }

  private func writeLedger(_ files: Set<String>) throws(Failure) {
    var output = ByteWriter()
    for file in files.sorted() {
      output.append(file)
      output.append("\n")
    }
    try replace(Self.ledger, output.finish())
  }

  private static func isInside(_ file: String) -> Bool {
    !file.hasPrefix("/") && !file.split(separator: "/").contains("..")
  }

  private func removeEmptyFolders(above file: String) {
    var parts = file.split(separator: "/").dropLast()
    while !parts.isEmpty, unsafe rmdir(path + "/" + parts.joined(separator: "/")) == 0 { parts.removeLast() }
  }

  // MARK: Writing

  /// Publishes a file.
  func write(_ file: String, _ bytes: [UInt8]) throws(Failure) {
    counters.bytes.add(bytes.count, ordering: .relaxed)
    guard rewrites || !has(file, bytes) else { return }
    try replace(file, bytes)
    counters.written.add(1, ordering: .relaxed)
  }

  /// Publishes a large file piece by piece.
  func stream(_ file: String, _ body: (inout OutputStream) throws(Failure) -> Void) throws(Failure) {
    let number = counters.temporary.add(1, ordering: .relaxed).newValue
    var stream = OutputStream(
      target: work + "/" + file, temporary: scratch + "/\(number)", comparing: !isNew && !rewrites)
    try body(&stream)
    counters.bytes.add(stream.count, ordering: .relaxed)
    if try stream.finish() { counters.written.add(1, ordering: .relaxed) }
  }

  private func has(_ file: String, _ bytes: [UInt8]) -> Bool {
    guard !isNew else { return false }
    let descriptor = unsafe open(path + "/" + file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, Int(status.st_size) == bytes.count else { return false }
    guard let published = FileReader.read(descriptor, expecting: bytes.count) else { return false }
    return isSame(published[...], bytes)
  }

  private func replace(_ file: String, _ bytes: [UInt8]) throws(Failure) {
    guard !isNew else { return try Self.create(work + "/" + file, bytes) }
    let number = counters.temporary.add(1, ordering: .relaxed).newValue
    let temporary = scratch + "/\(number)"
    let target = path + "/" + file
    try Self.create(temporary, bytes)
    if unsafe rename(temporary, target) == 0 { return }
    if errno == ENOENT {
      try Folder.make(above: target)
      if unsafe rename(temporary, target) == 0 { return }
    }
    let code = errno
    unsafe unlink(temporary)
    throw Failure(target, code)
  }

  /// Makes a file, and the folders above it where they are missing.
  private static func create(_ path: String, _ bytes: [UInt8]) throws(Failure) {
    var descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    if descriptor < 0, errno == ENOENT {
      try Folder.make(above: path)
      descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    }
    guard descriptor >= 0 else { throw Failure(path, errno) }
    var code: Int32 = writeAll(bytes, to: descriptor) ? 0 : errno
    if close(descriptor) != 0, code == 0 { code = errno }
    guard code == 0 else {
      unsafe unlink(path)
      throw Failure(path, code)
    }
  }
}
