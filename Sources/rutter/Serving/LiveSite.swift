import Glibc
import Notes
import Pages
import Source

/// A site in memory that follows its files.
///
/// It answers a change in two steps. First the notes that were edited are read and shown in their new wording, with all
/// that surrounds them as it was: that takes as long as reading these notes. Then the site *settles*: all notes are read
/// together again, by the same functions as in a build, from what is kept of each file. So a settled site is what a build
/// would write.
actor LiveSite {
  /// What others see of the site at one time.
  struct Snapshot: Sendable {
    let edition: Edition
    let table: EditionTable
    let late: LateFiles
  }

  /// What a change led to.
  struct Step: Sendable {
    /// The pages whose notes were edited: their paths below the site, without `index.html`.
    var pages: [String] = []
    /// The files that are published as they are and may have changed.
    var assets: [String] = []
  }

  private let makeProject: @Sendable () throws(Failure) -> Project
  private let withDrafts: Bool
  private let jobs: Int
  private let store: BodyStore

  private var project: Project
  private var theme: Theme
  private var templateProblems: [Diagnostic] = []
  /// Why the files could not be looked at the last time, and why the notes could not be read together, if so.
  private var lookFailure: Failure?
  private var settleFailure: Failure?
  private var assets: [Asset]
  private var files = LiveFiles()
  private var settled: SettledSite
  private var edition: Edition
  private var lateFiles: LateFiles
  /// The files that were read since the settled site began to be made.
  private var late: Set<String> = []
  private var isUnsettled = false
  /// The files whose texts have changed since the settled site, as they are shown; nothing where more than that has.
  private var reworded: Set<String>? = []

  /// Reads a site. Its templates have to be right; later mistakes in them leave the last good ones in their place.
  ///
  /// - Parameter project: Looks at the site's folder.
  init(
    withDrafts: Bool, jobs: Int, project: @escaping @Sendable () throws(Failure) -> Project
  ) async throws {
    makeProject = project
    (self.withDrafts, self.jobs) = (withDrafts, jobs)
    store = try BodyStore()
    self.project = try project()
    let (theme, problems) = try self.project.theme()
    self.theme = try theme ?? Theme()
    templateProblems = problems
    assets = ReadSite.assets(of: self.project)
    let paths = self.project.notes.map(\.path)
    files.keep(try await LiveFiles().read(paths, Self.reading(self.project, into: store), jobs: jobs))
    settled = try await SettledSite(
      paths.compactMap { [files] in files[$0] }, of: self.project, assets: assets, theme: self.theme, in: store,
      withDrafts: withDrafts, jobs: jobs)
    edition = settled.edition
    lateFiles = LateFiles(settled.edition, jobs: jobs)
  }

  private static func reading(_ project: Project, into store: BodyStore) -> NoteFileReading {
    NoteFileReading(project, into: store, checkingSnippets: .wanting([]))
  }

  /// The site as it is now.
  var snapshot: Snapshot { Snapshot(edition: edition, table: settled.table, late: lateFiles) }

  /// What is wrong with the site.
  var report: Report {
    let failures = [lookFailure, settleFailure].compactMap { failure in
      failure.map { FileRules.unreadable(project.content, $0.message) }
    }
    return Report(settled.report.diagnostics + templateProblems + failures)
  }

  /// The address of the page that a file's note has.
  func page(ofFile path: String) -> String? { settled.page(ofFile: path) }

  // MARK: The first step

  /// Looks at changed files, and shows edited notes in their new wording.
  ///
  /// - Returns: What is to be seen at once; nothing where that is nothing. The site has to be settled in either case.
  func look(at paths: Set<String>) async throws -> Step? {
    let content = project.prefix
    let touched = TouchedFiles(paths, in: project) { path in
      unsafe files[path] != nil && access(content + path, R_OK) == 0
    }
    guard !touched.isEmpty else { return nil }
    return try await look(at: touched)
  }

  /// Looks at all files, since nobody knows which have changed.
  func lookAtEverything() async throws -> Step? {
    var touched = TouchedFiles([], in: project) { _ in false }
    touched.isEverythingTouched = true
    return try await look(at: touched)
  }

  private func look(at touched: TouchedFiles) async throws -> Step? {
    var step = Step()
    if touched.areTemplatesTouched || touched.isTreeTouched || touched.isEverythingTouched {
      project = try makeProject()
    }
    if touched.areTemplatesTouched || touched.isEverythingTouched { try readTemplates() }
    if touched.isTreeTouched || touched.isEverythingTouched {
      assets = ReadSite.assets(of: project)
      if touched.isReadingTouched { files = LiveFiles() }
      files.keep(only: Set(project.notes.map(\.path)))
      step.assets = touched.content.filter { path in assets.contains { $0.path == path } }
      isUnsettled = true
      reworded = nil
    }
    let changes = try await files.read(wanted(touched), Self.reading(project, into: store), jobs: jobs)
    files.keep(changes)
    let changed = changes.map(\.path)
    isUnsettled = isUnsettled || !changed.isEmpty
    late.formUnion(changed)
    reworded?.formUnion(changed.map { project.prefix + $0 })
    if !changed.isEmpty, let quick = rewordedEdition(changed, into: edition) {
      edition = quick
      step.pages = changed.compactMap { settled.page(ofFile: project.prefix + $0) }
    }
    lookFailure = nil
    return step.pages.isEmpty && step.assets.isEmpty ? nil : step
  }

  /// The notes to be read: those that may have changed, and those that were never read.
  private func wanted(_ touched: TouchedFiles) -> [String] {
    let notes = project.notes.map(\.path)
    if touched.isEverythingTouched { return notes }
    guard touched.isTreeTouched else { return touched.content }
    let paths = Set(touched.content)
    return notes.filter { note in files[note] == nil || paths.contains { $0 == note || note.hasPrefix($0 + "/") } }
  }

  private func readTemplates() throws {
    let (theme, problems) = try project.theme()
    templateProblems = problems
    if let theme { self.theme = theme }
    isUnsettled = true
  }

  private func rewordedEdition(_ paths: some Sequence<String>, into edition: Edition) -> Edition? {
    var changed: [String: NoteFile] = [:]
    for path in paths { changed[project.prefix + path] = files[path] }
    return settled.edition(with: changed, into: edition)
  }

  // MARK: The second step

  /// Reads all notes together, if something has changed since that was done.
  ///
  /// - Returns: Whether there was something to do.
  func settle() async throws -> Bool {
    guard isUnsettled else { return false }
    isUnsettled = false
    late = []
    let (project, assets, theme, store, files) = (project, assets, theme, store, files)
    let (drafts, jobs) = (withDrafts, jobs)
    let (before, changed) = (reworded == nil ? nil : settled, reworded ?? [])
    reworded = []
    let seen = await lateFiles.seen
    do {
      settled = try await SettledSite(
        project.notes.compactMap { files[$0.path] }, of: project, assets: assets, theme: theme, in: store,
        withDrafts: drafts, jobs: jobs, after: before, changed: changed)
      settleFailure = nil
    } catch let problem as Failure {
      settleFailure = problem
      reworded = nil
      return true
    } catch {
      reworded = nil
      throw error
    }
    // What was edited meanwhile stays visible.
    edition = rewordedEdition(late, into: settled.edition) ?? settled.edition
    lateFiles = LateFiles(settled.edition, jobs: jobs, besides: seen)
    return true
  }

  /// Keeps serving what there is, and says why that is not what lies on the disk.
  func fail(_ problem: Failure) {
    lookFailure = problem
    isUnsettled = true
  }
}
