import Docker
import Source

/// Checks Dockerfiles with what lies beside them.
struct DockerfileChecker {
  private let options: CheckOptions
  private let files: SourceFiles
  private var settings: HadolintFiles

  /// A checker of files below `root`, as `files` gives them.
  init(below root: String, _ options: CheckOptions, files: SourceFiles) {
    self.options = options
    self.files = files
    settings = HadolintFiles(below: root)
  }

  /// Checks the file at `path`.
  mutating func check(_ path: String) -> Checked {
    do throws(Failure) {
      let source = SourceText(path: path, bytes: try files.read(path))
      return check(source, ignoreFile: Self.ignoreFile(of: path))
    } catch {
      return Checked(diagnostics: [FileRules.unreadable(path, error.message)], files: [path], dockerfiles: 1)
    }
  }

  /// Checks a Dockerfile that was read.
  mutating func check(_ source: SourceText, ignoreFile: SourceText? = nil) -> Checked {
    let file = settings.settings(for: source.path)
    var surroundings = Surroundings()
    surroundings.isFragment = options.takesFragments
    surroundings.settings = file.settings
    surroundings.wanted = options.wantedRules.map { Array($0.name.utf8) }
    surroundings.ignoreFile = ignoreFile
    var checked = Checked(
      diagnostics: DockerfileRules.check(source, in: surroundings) + file.diagnostics, files: [source.path],
      dockerfiles: 1)
    if !checked.diagnostics.isEmpty { checked.sources[source.path] = source.bytes }
    if let threshold = file.failureThreshold { checked.thresholds[source.path] = threshold }
    return checked
  }

  /// The list of what a build leaves aside: the Dockerfile's own, else that of the folder it lies in.
  static func ignoreFile(of path: String) -> SourceText? {
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    for path in [path + ".dockerignore", folder + ".dockerignore"] {
      if let bytes = FileReader.readIfThere(path) { return SourceText(path: path, bytes: bytes) }
    }
    return nil
  }
}
