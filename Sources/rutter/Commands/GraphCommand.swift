import ArgumentParser
import Notes
import Source

/// `rutter graph`: what the notes of a site are about, and how it hangs together.
struct GraphCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph",
    abstract: "Show how the topics of a site are connected.",
    discussion: """
      With --mentions, shows where the notes name topics instead: one JSON object a line, with the place in the file.
      """)

  @Argument(help: "The folder of the site, which has a folder 'content'.")
  var site = "."

  @Option(help: ArgumentHelp("Where the notes are.", valueName: "dir"))
  var content: String?

  @Flag(help: "Show where the notes name topics.")
  var mentions = false

  @Flag(help: "Read drafts too.")
  var drafts = false

  @Option(help: ArgumentHelp("How many files are worked on at a time (default: one a processor).", valueName: "n"))
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1") }
  }

  func run() async throws {
    let project = try Project.site(site, content: content, templates: nil)
    let knowledge = try await KnowledgeBase.read(project, withDrafts: drafts, jobs: jobs ?? Processors.count)
    guard mentions else { return Terminal.output.write(GraphJSON.bytes(knowledge)) }
    try Self.showMentions(of: knowledge, in: project)
  }

  /// Writes all mentions, note by note.
  private static func showMentions(of knowledge: KnowledgeBase, in project: Project) throws {
    for note in knowledge.notes.indices where !knowledge.mentions[note].isEmpty {
      let file = knowledge.notes[note].file
      let path = String(file.dropFirst(project.prefix.count))
      let lines = MentionLines(of: note, in: knowledge, path: path, try FileReader.read(file))
      Terminal.output.write(lines.json)
    }
  }
}
