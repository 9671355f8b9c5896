import Glibc
import Run

/// A folder for the files of a run, which is removed with it.
struct RunScratch: Sendable {
  /// Where it is.
  let path: String
  /// A word that no other run has.
  let id: String

  /// Makes one where temporary files go.
  init() throws(Failure) {
    let parent = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var template = Array((parent + "/rutter-XXXXXX").utf8CString)
    guard unsafe mkdtemp(&template) != nil else { throw Failure(parent, errno) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    // Names of images are in lower case, so letters alone may not be enough.
    id = path.suffix(6).lowercased() + String(getpid(), radix: 36)
  }

  /// Writes the files of a new folder; says why where that fails.
  static func write(_ folder: String, _ files: [ContextFile]) -> String? {
    do throws(Failure) {
      try Folder.make(folder)
      for file in files {
        let path = folder + "/" + file.path
        try Folder.make(above: path)
        let mode: mode_t = file.isExecutable ? 0o755 : 0o644
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw Failure(path, errno) }
        defer { close(descriptor) }
        guard writeAll(file.bytes, to: descriptor) else { throw Failure(path, errno) }
      }
      return nil
    } catch {
      return error.message
    }
  }

  /// Removes it with all that is in it. What snippets wrote may have odd permissions; root and the owner can remove it.
  func remove() {
    Folder.remove(path)
  }
}
