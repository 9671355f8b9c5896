import Glibc
import Notes
import Source

/// What `rutter check` was pointed at.
struct CheckTarget {
  /// How standard input is called in findings.
  static let standardInput = "<stdin>"

  private enum Kind {
    /// All notes of a content folder.
    case notes(content: String, templates: String?)
    /// One of them: it is checked as a part of the whole.
    case note(String, content: String)
    case standardInput
  }

  private let kind: Kind

  /// Finds out what `path` is.
  init(_ path: String) throws(Failure) {
    if path == "-" {
      kind = .standardInput
      return
    }
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { throw Failure(path, errno) }
    if status.st_mode & S_IFMT == S_IFDIR {
      let content = Project.join(path, "content")
      let templates = Project.join(path, "templates")
      let isSite = unsafe access(content, F_OK) == 0
      let hasTemplates = unsafe isSite && access(templates, F_OK) == 0
      kind = .notes(content: isSite ? content : path, templates: hasTemplates ? templates : nil)
    } else if path.hasSuffix(".md") || path.hasSuffix(".markdown") {
      kind = .note(path, content: Self.contentFolder(of: path))
    } else {
      throw Failure(
        "\(path): there is no check for files of this kind", advice: "Name a site, a folder of notes or a '.md' file")
    }
  }

  /// The folder `content` that a note lies in, at any depth, else the note's own folder.
  private static func contentFolder(of path: String) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    guard let content = parts.lastIndex(of: "content") else {
      return parts.isEmpty ? "." : parts.joined(separator: "/")
    }
    return parts[...content].joined(separator: "/")
  }

  /// What is wrong with it, and how many notes were looked at.
  func check(
    standardInput: [UInt8], withDrafts: Bool, jobs: Int
  ) async throws -> (diagnostics: [Diagnostic], files: Int) {
    switch kind {
    case .notes(let content, let templates):
      return try await Self.check(content, templates: templates, withDrafts: withDrafts, jobs: jobs)
    case .note(let path, let content):
      let all = try await Self.check(content, templates: nil, withDrafts: true, jobs: jobs).diagnostics
      return (all.filter { $0.place.path == path }, 1)
    case .standardInput:
      let source = SourceText(path: Self.standardInput, bytes: standardInput)
      let reading = NoteReader(settings: Settings()) { _, _, _ in }.read(source, at: ContentPath("stdin.md"))
      let knowledge = KnowledgeBase(SiteIndex([reading.note], assets: [], title: "", withDrafts: true))
      return (NoteRules.all.flatMap { $0.check(knowledge) }, 1)
    }
  }

  private static func check(
    _ content: String, templates: String?, withDrafts: Bool, jobs: Int
  ) async throws -> (diagnostics: [Diagnostic], files: Int) {
    let project = try Project(content: content, templates: templates)
    let (_, templateProblems) = try project.theme()
    let read = try await ReadSite.read(project, jobs: jobs, into: nil)
    let knowledge = try await KnowledgeBase.connect(read, project, withDrafts: withDrafts, jobs: jobs)
    return (templateProblems + Checks.report(read, knowledge, project).diagnostics, read.notes.count)
  }
}

extension KnowledgeBase {
  /// Connects the notes of a site.
  static func connect(
    _ site: ReadSite, _ project: Project, withDrafts: Bool, jobs: Int
  ) async throws -> KnowledgeBase {
    let index = SiteIndex(site.notes, assets: site.assets, title: project.settings.title, withDrafts: withDrafts)
    let links = try await concurrentMap(index.notes.count, jobs: jobs, state: { Linker(index) }) {
      linker, note throws(Failure) in
      linker.links(of: note)
    }
    return KnowledgeBase(index, links: links)
  }
}
