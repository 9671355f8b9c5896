import Markdown
import Notes
import Run
import Source

/// The pages of a site, or of a note, that have something to run.
struct RunnablePages: Sendable {
  /// A page with its plan.
  struct Page: Sendable {
    let plan: RunPlan
    /// The note's file.
    let file: String
  }

  /// In the order of the notes.
  private(set) var pages: [Page] = []
  /// The files of the notes that were read.
  private var files: [String] = []
  /// What is wrong with what is written about running.
  private(set) var diagnostics: [Diagnostic] = []

  /// Reads the notes of a project, or only the one in the file `only`.
  static func read(
    _ project: Project, withDrafts: Bool, only: String? = nil, jobs: Int
  ) async throws -> RunnablePages {
    let files = project.notes.map { project.prefix + $0.path }
    let paths = project.notes.map(\.path)
    let (settings, mounts) = (project.settings, project.settings.run.mounts.map(\.name))
    let found = try await concurrentMap(
      files.count, jobs: jobs, state: { NoteReader(settings: settings) { _, _, _, _ in } }
    ) { reader, index throws(Failure) -> [Page] in
      guard only == nil || only == files[index] else { return [] }
      let source = SourceText(path: files[index], bytes: try FileReader.read(files[index]))
      // Nearly all notes have nothing to run, and need not be read.
      guard source.bytes[...].contains("run") else { return [] }
      return reader.read(source, at: ContentPath(paths[index])).compactMap { reading in
        guard withDrafts || !reading.note.isDraft else { return nil }
        let plan = RunPlan(reading.fences.pageSnippets, page: reading.note.path.address.path, mounts: mounts)
        return plan.isEmpty && plan.diagnostics.isEmpty ? nil : Page(plan: plan, file: files[index])
      }
    }
    var pages = RunnablePages()
    pages.pages = found.flatMap { $0 }
    pages.files = only.map { [$0] } ?? files
    pages.diagnostics = pages.pages.flatMap(\.plan.diagnostics)
    return pages
  }

  /// The pages whose files belong to a share.
  func share(_ shard: Shard) -> RunnablePages {
    var share = self
    share.files = files.filter { shard.includes($0) }
    share.pages = pages.filter { shard.includes($0.file) }
    share.diagnostics = share.pages.flatMap(\.plan.diagnostics)
    return share
  }

  /// The plans of the pages in one file, as it is now.
  static func plans(in file: String, of project: Project) throws(Failure) -> [RunPlan] {
    let reader = NoteReader(settings: project.settings) { _, _, _, _ in }
    let path = ContentPath(String(file.dropFirst(project.prefix.count)))
    let mounts = project.settings.run.mounts.map(\.name)
    return reader.read(SourceText(path: file, bytes: try FileReader.read(file)), at: path).map { reading in
      RunPlan(reading.fences.pageSnippets, page: reading.note.path.address.path, mounts: mounts)
    }
  }

  /// How many notes were read.
  var notes: Int { files.count }

  /// How many snippets there are to run.
  var count: Int { pages.reduce(0) { $0 + $1.plan.steps.count } }

  /// The whole names of all snippets.
  var names: [String] {
    pages.flatMap { page in page.plan.steps.map { page.plan.name(of: $0) } }
  }
}
