import Docker
import Glibc
import Source

/// The folder that a build may copy files from, without what its `.dockerignore` leaves out.
///
/// What it holds at a path is told by a number that stands for names, contents and permissions, as the builder compares
/// them; who owns a file, and when it was changed, does not count.
final class BuildContext {
  private let folder: String
  /// The name of the Dockerfile itself, which a builder gets with the rest.
  fileprivate let dockerfile: String
  /// The name of a file that is not there when this Dockerfile is built.
  fileprivate let hidden: String?
  private var ignored: IgnoreList?
  private var known: [String: ContentHash?] = [:]

  /// The context of the Dockerfile at `path`: its folder, without the Dockerfile at `other`, which stands for another
  /// edition of it.
  init(of path: String, insteadOf other: String) {
    let (folder, name) = Self.split(path)
    let (otherFolder, otherName) = Self.split(other)
    self.folder = folder
    dockerfile = name
    hidden = otherFolder == folder && otherName != name ? otherName : nil
    ignored = DockerfileChecker.ignoreFile(of: path).map { IgnoreList($0) }
  }

  private static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path) }
    return (String(path[...slash]), String(path[path.index(after: slash)...]))
  }

  /// What stands for the files at a path, which may have wildcards; nothing where there are none.
  func contents(_ path: Bytes, _ excluded: [Bytes]) -> ContentHash? {
    let path = ContextPath.clean(path)
    let name = ([path[...]] + excluded).map(\.string).joined(separator: "\n")
    if let hash = known[name] { return hash }
    var reading = Reading(pattern: PathPattern(path[...]), excluded: excluded.map { PathPattern($0) })
    reading.add(path, in: self)
    let hash = reading.count == 0 ? nil : ContentHash(reading.output)
    known[name] = .some(hash)
    return hash
  }

  /// Whether a path is left out.
  fileprivate func isIgnored(_ path: Bytes) -> Bool {
    ignored?.entry(leavingOut: path) != nil
  }

  /// A path of the context as one of the disk.
  fileprivate func onDisk(_ path: String) -> String {
    path.isEmpty ? (folder.isEmpty ? "." : folder) : folder + path
  }
}

/// The files below one path, as they are read.
private struct Reading {
  let pattern: PathPattern
  let excluded: [PathPattern]
  /// What stands for them, one after the other.
  var output: [UInt8] = []
  /// How many were found.
  var count = 0
  private var root = ""
  private var pending: [String] = []

  init(pattern: PathPattern, excluded: [PathPattern]) {
    self.pattern = pattern
    self.excluded = excluded
  }

  /// Reads what is at `path`.
  mutating func add(_ path: [UInt8], in context: BuildContext) {
    let isPattern = pattern.stem.count < path.count
    let stem = pattern.stem
    root = isPattern ? (stem.lastIndex(of: UInt8(ascii: "/")).map { stem[..<$0].string } ?? "") : path[...].string
    pending = [root]
    while let next = pending.popLast() { read(next, in: context, isPattern: isPattern) }
  }

  private mutating func read(_ path: String, in context: BuildContext, isPattern: Bool) {
    let bytes = Array((path == context.dockerfile ? "Dockerfile" : path).utf8)[...]
    guard path != context.hidden, path.isEmpty || !context.isIgnored(bytes) else { return }
    let name = path == root ? [] : root.isEmpty ? bytes : bytes.dropFirst(root.utf8.count + 1)
    guard name.isEmpty || !excluded.contains(where: { $0.matches(name) || $0.matches(bytes) }) else { return }
    let place = context.onDisk(path)
    var status = stat()
    // A link that is named is followed; one among the files of a folder is copied as it is.
    guard unsafe (path == root ? stat(place, &status) : lstat(place, &status)) == 0 else { return }
    let isFolder = status.st_mode & S_IFMT == S_IFDIR
    if isFolder {
      let names = Folder.names(in: place).sorted(by: >)
      pending += names.map { path.isEmpty ? $0 : path + "/" + $0 }
    }
    guard !isPattern || pattern.matches(bytes) else { return }
    count += 1
    output += name + [0] + Self.bytes(UInt64(status.st_mode))
    if !isFolder { output += Self.content(of: place, status) }
  }

  /// What stands for a file's bytes, or for where a link leads.
  private static func content(of path: String, _ status: stat) -> [UInt8] {
    if status.st_mode & S_IFMT == S_IFLNK {
      var target = [CChar](repeating: 0, count: Int(PATH_MAX))
      let count = unsafe readlink(path, &target, target.count)
      return target.prefix(max(0, count)).map { UInt8(bitPattern: $0) }
    }
    guard status.st_mode & S_IFMT == S_IFREG, let content = try? FileReader.read(path) else { return [] }
    return bytes(ContentHash(content).value)
  }

  private static func bytes(_ number: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }
}
