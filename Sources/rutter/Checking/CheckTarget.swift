import Glibc

/// What `rutter check` was pointed at.
enum CheckTarget {
  /// All notes and Dockerfiles of a content folder. `root` is the folder that was named: the site, or the same folder.
  case folder(content: String, templates: String?, root: String)
  /// A note: it is checked as a part of the whole.
  case note(String, content: String, root: String)
  case dockerfile(String)
  case standardInput

  /// How standard input is called in findings.
  static let standardInputName = "<stdin>"

  /// Finds out what `path` is.
  init(_ path: String) throws(Failure) {
    if path == "-" {
      self = .standardInput
      return
    }
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { throw Failure(path, errno) }
    if status.st_mode & S_IFMT == S_IFDIR {
      self = Self.folder(path)
    } else if path.hasSuffix(".md") || path.hasSuffix(".markdown") {
      self = Self.note(path)
    } else if DockerfileName.matches(path) {
      self = .dockerfile(path)
    } else {
      throw Failure(
        "\(path): there is no check for files of this kind",
        advice: "Name a site, a folder, a '.md' file, or a Dockerfile: 'Dockerfile…', 'Containerfile…', '….dockerfile'")
    }
  }

  /// What was named; nothing for standard input.
  var path: String? {
    switch self {
    case .folder(_, _, let root): root
    case .note(let path, _, _), .dockerfile(let path): path
    case .standardInput: nil
    }
  }

  private static func folder(_ path: String) -> CheckTarget {
    let content = Project.join(path, "content")
    let templates = Project.join(path, "templates")
    guard unsafe access(content, F_OK) == 0 else { return .folder(content: path, templates: nil, root: path) }
    let hasTemplates = unsafe access(templates, F_OK) == 0
    return .folder(content: content, templates: hasTemplates ? templates : nil, root: path)
  }

  /// A note belongs to the folder `content` that it lies in, at any depth, else to its own folder.
  private static func note(_ path: String) -> CheckTarget {
    let folders = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let joined = { (parts: ArraySlice<Substring>) in parts.isEmpty ? "." : parts.joined(separator: "/") }
    guard let content = folders.lastIndex(of: "content") else {
      return .note(path, content: joined(folders), root: joined(folders))
    }
    return .note(path, content: joined(folders[...content]), root: joined(folders[..<content]))
  }
}
