import Glibc
import Run
import Source

/// Images that are given as folders or archives: `--base debian:bookworm-slim=tree/`.
///
/// Each is taken in once, under a name that changes with what is in it, and stays for later runs.
struct BaseImages {
  /// A name with the folder or archive that it stands for.
  struct Given: Sendable {
    let name: String
    let path: String

    /// Reads `NAME=PATH`.
    init?(_ text: String) {
      guard let sign = text.firstIndex(of: "="), sign > text.startIndex else { return nil }
      name = String(text[..<sign])
      path = String(text[text.index(after: sign)...])
      guard !path.isEmpty else { return nil }
    }

    init(name: String, path: String) {
      (self.name, self.path) = (name, path)
    }
  }

  let engine: Engine
  let scratch: RunScratch
  private let runner = ProcessRunner(heedsInterruption: true)

  init(_ engine: Engine, _ scratch: RunScratch) {
    self.engine = engine
    self.scratch = scratch
  }

  /// Takes in what the engine does not have yet, and tells what it calls each.
  func take(_ given: [Given]) throws(Failure) -> ImageNames {
    var names = ImageNames()
    for base in given {
      let local = try Self.localName(of: base)
      if let question = engine.inspect(local), !runner.run(question).isFine { try take(base, as: local) }
      names.set(base.name, to: local)
    }
    return names
  }

  /// What an engine calls a base: its name and what stands for its files.
  static func localName(of base: Given) throws(Failure) -> String {
    let name = base.name.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
    return "localhost/rutter-base/\(String(name)):\(try FolderPrint.hash(of: base.path))"
  }

  private func take(_ base: Given, as local: String) throws(Failure) {
    var archive = base.path
    var status = stat()
    guard unsafe stat(base.path, &status) == 0 else { throw Failure(base.path, errno) }
    if status.st_mode & S_IFMT == S_IFDIR {
      archive = scratch.path + "/base.tar"
      try run(["tar", "--numeric-owner", "--one-file-system", "-C", base.path, "-cf", archive, "."], base)
    }
    defer { if archive != base.path { unsafe unlink(archive) } }
    switch engine.kind {
    case .docker, .podman: try run(engine.program + ["import", archive, local], base)
    case .buildah:
      let container = "rutter-\(scratch.id)-base"
      defer { _ = runner.run(EngineCommand(engine.program + ["rm", container], seconds: 60)) }
      try run(engine.program + ["from", "--name", container, "scratch"], base)
      try run(engine.program + ["add", container, archive, "/"], base)
      try run(engine.program + ["config", "--cmd", "", container], base)
      try run(engine.program + ["commit", "--format", "docker", container, local], base)
    case .buildctl:
      throw Failure(
        "'--base' needs an engine that keeps images", advice: "Give BuildKit the image in a registry instead")
    }
  }

  private func run(_ words: [String], _ base: Given) throws(Failure) {
    let outcome = runner.run(EngineCommand(words, seconds: 600))
    guard !outcome.isFine else { return }
    let last = OutputPattern.lines(of: outcome.output).last?.string ?? ""
    throw Failure(
      "Base '\(base.name)' could not be made of \(base.path): \(last)",
      advice: "It failed at: \(words.joined(separator: " "))")
  }
}

/// Tells whether the files of a folder, or an archive, are still what they were: by names, sizes, modes and times.
private enum FolderPrint {
  static func hash(of path: String) throws(Failure) -> String {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { throw Failure(path, errno) }
    var text: [UInt8] = []
    add(path, "", status, &text)
    return ContentHash(text).short + ContentHash(text.reversed()).short
  }

  private static func add(_ root: String, _ path: String, _ status: stat, _ text: inout [UInt8]) {
    text += Array("\(path)\0\(status.st_mode) \(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec)".utf8)
    guard status.st_mode & S_IFMT == S_IFDIR else {
      text += Array(" \(status.st_size)\n".utf8)
      return
    }
    for name in Folder.names(in: root + path).sorted() {
      var inner = stat()
      let place = path + "/" + name
      if unsafe lstat(root + place, &inner) == 0 { add(root, place, inner, &text) }
    }
  }
}
