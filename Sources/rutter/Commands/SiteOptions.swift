import ArgumentParser
import Notes

/// What commands that read a site and publish nothing take on the command line.
struct SiteOptions: ParsableArguments {
  @Argument(help: "The folder of the site, which has a folder 'content'.")
  var site = "."

  @Option(help: ArgumentHelp("Where the notes are.", valueName: "dir"))
  var content: String?

  @Flag(help: "Read drafts too.")
  var drafts = false

  @Option(help: ArgumentHelp("How many files are worked on at a time (default: one a processor).", valueName: "n"))
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1") }
  }

  /// The site that they name.
  func project() throws(Failure) -> Project {
    try Project.site(site, content: content, templates: nil)
  }

  /// What is known of it.
  func knowledge(of project: Project) async throws -> KnowledgeBase {
    try await KnowledgeBase.read(project, withDrafts: drafts, jobs: jobs ?? Processors.count)
  }
}
