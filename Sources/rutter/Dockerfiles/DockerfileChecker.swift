import Docker
import Source

/// Checks Dockerfiles on the disk, with what lies beside them.
struct DockerfileChecker {
  private var files: HadolintFiles
  private let wanted: [[UInt8]]

  /// A checker of files below `root`; rules that are off unless somebody asks for them run if they are among `wanted`.
  init(below root: String, wanting wanted: [RuleID]) {
    files = HadolintFiles(below: root)
    self.wanted = wanted.map { Array($0.name.utf8) }
  }

  /// Checks the file at `path`.
  mutating func check(_ path: String, isFragment: Bool) -> Checked {
    var checked = Checked(dockerfiles: 1)
    let source: SourceText
    do throws(Failure) {
      source = SourceText(path: path, bytes: try FileReader.read(path))
    } catch {
      checked.diagnostics = [FileRules.unreadable(path, error.message)]
      return checked
    }
    let file = files.settings(for: path)
    var surroundings = Surroundings()
    surroundings.isFragment = isFragment
    surroundings.settings = file.settings
    surroundings.wanted = wanted
    surroundings.ignoreFile = Self.ignoreFile(of: path)
    checked.diagnostics = DockerfileRules.check(source, in: surroundings) + file.diagnostics
    if let threshold = file.failureThreshold { checked.thresholds[path] = threshold }
    return checked
  }

  /// The list of what a build leaves aside: the Dockerfile's own, else that of the folder it lies in.
  static func ignoreFile(of path: String) -> SourceText? {
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    for path in [path + ".dockerignore", folder + ".dockerignore"] {
      if let bytes = try? FileReader.read(path) { return SourceText(path: path, bytes: bytes) }
    }
    return nil
  }
}
