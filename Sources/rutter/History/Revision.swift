import Glibc
import Source

/// A commit of the git repository around the working folder, with what has changed since.
///
/// The commit is where the history of `HEAD` parts from the named one: on a branch, what others have done in the meantime
/// is not counted.
struct Revision: Sendable {
  /// The top folder of the repository.
  private let top: String
  private let commit: String
  /// The files that were changed, added (also such that git does not know yet) or removed since, below the top folder.
  private let changed: Set<String>

  /// The commit that `name` means.
  init(_ name: String) throws(Failure) {
    let prefix = ["git"]
    top = try Self.line(
      prefix + ["rev-parse", "--show-toplevel"],
      Failure("--since takes a git repository", advice: "Leave out --since"))
    let named = try Self.line(
      prefix + ["rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}"],
      Failure(
        "There is no commit '\(name)'",
        advice: "Fetch it; a build server often fetches the last commit alone ('fetch-depth: 0')"))
    commit = (try? Self.line(prefix + ["merge-base", named, "HEAD"], Failure(""))) ?? named
    let git = ["git", "-C", top]
    let differing = try Self.names(git + ["diff", "--name-only", "--no-renames", "-z", commit, "--"])
    let unknown = try Self.names(git + ["ls-files", "--others", "--exclude-standard", "-z"])
    changed = Set(differing + unknown)
  }

  /// How a file of the working folder is called below the top of the repository.
  func name(of path: String) -> String {
    PathName.relative(PathName.absolute(path), to: top)
  }

  /// Whether a file has changed since; one outside the repository counts as changed.
  func isChanged(_ path: String) -> Bool {
    let name = name(of: path)
    return changed.contains(name) || name.hasPrefix("../") || path == CheckTarget.standardInputName
  }

  /// Puts all files as they were into a folder of their own while `body` runs, which is told their top folder.
  func whileCheckedOut<Result>(_ body: (String) async throws -> Result) async throws -> Result {
    let temporary = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var path = Array((temporary + "/rutter-since-XXXXXX").utf8CString)
    guard unsafe mkdtemp(&path) != nil else { throw Failure(temporary, errno) }
    let folder = unsafe path.withUnsafeBufferPointer { unsafe $0.baseAddress.map { unsafe String(cString: $0) } } ?? ""
    defer { Folder.remove(folder) }
    // An index of its own: that of the repository is not touched.
    let index = ["GIT_INDEX_FILE": folder + "/index"]
    try Self.run(["git", "-C", top, "read-tree", commit], index)
    try Self.run(["git", "-C", top, "checkout-index", "--all", "--quiet", "--prefix=\(folder)/tree/"], index)
    return try await body(folder + "/tree")
  }

  // MARK: git

  @discardableResult
  private static func run(
    _ words: [String], _ environment: [String: String] = [:]
  ) throws(Failure) -> [UInt8] {
    guard let ending = ChildProcess.run(words, environment: environment) else {
      throw Failure("git cannot be started", advice: "Install git, or leave out --since")
    }
    guard ending.code == 0 else {
      let reason = ending.errors[...].trimmed.string
      throw Failure("git could not tell what has changed\(reason.isEmpty ? "" : ": \(reason)")")
    }
    return ending.output
  }

  private static func line(_ words: [String], _ failure: Failure) throws(Failure) -> String {
    guard let ending = ChildProcess.run(words) else {
      throw Failure("git cannot be started", advice: "Install git, or leave out --since")
    }
    guard ending.code == 0 else {
      // What git says of it is better than what we could.
      let reason = ending.errors[...].trimmed.string.split(separator: "\n").first.map(String.init)
      throw Failure(failure.message, advice: reason ?? failure.advice)
    }
    return ending.output[...].trimmed.string
  }

  private static func names(_ words: [String]) throws(Failure) -> [String] {
    try run(words).split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }
}
