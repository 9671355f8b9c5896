import Run
import Source

/// Runs snippets as a part of a check: with the engine that is there, and nothing written beside the notes.
enum SnippetRuns {
  /// What came of the snippets of a target, or of its share; nothing for what is no note.
  static func run(_ target: CheckTarget, _ options: CheckOptions) async throws -> Checked {
    let (project, note): (Project, String?)
    switch target {
    case .folder(let content, let templates, let root):
      (project, note) = (try Project(content: content, templates: templates, root: root), nil)
    case .note(let file, let content, let root):
      (project, note) = (try Project(content: content, templates: nil, root: root), file)
    case .dockerfile, .standardInput: return Checked()
    }
    var wishes = RunSession.Wishes()
    wishes.jobs = options.jobs
    var pages = try await RunnablePages.read(
      project, withDrafts: options.withDrafts || note != nil, only: note, jobs: wishes.jobs)
    if let shard = options.shard { pages = pages.share(shard) }
    guard pages.count > 0 else { return Checked() }
    let session = RunSession(wishes: wishes, project: project)
    let outcome = try await session.run(try session.orders(pages))
    let results = outcome.results.joined()
    // The files themselves were counted when they were checked.
    var checked = Checked(diagnostics: results.flatMap(\.diagnostics))
    checked.runSnippets = results.count(where: \.isRun)
    Terminal.error.write(RunReport.warning(outcome.limits, outcome.engine))
    return checked
  }
}
