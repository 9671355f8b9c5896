import ArgumentParser
import Notes
import Source

/// `rutter related`: which pages of a site go together, and why.
struct RelatedCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "related",
    abstract: "Show which pages go together.",
    discussion: """
      For each page of SITE/content, the pages that its reader may want to see, best first, and why: what both name, \
      links between them, a common section. As JSON, one line a page.
      """)

  @OptionGroup var site: SiteOptions

  @Option(help: ArgumentHelp("Only this page, such as docker/volume.", valueName: "page"))
  var page: String?

  @Option(help: ArgumentHelp("How it is written: human or json.", valueName: "format"))
  var format = OutputFormat.human

  func run() async throws {
    let knowledge = try await site.knowledge(of: site.project())
    let report = RelatedReport(knowledge, style: TextStyle(hasColours: Terminal.output.hasColours))
    let notes = try page.map { [try Self.note($0, in: knowledge)] } ?? report.notes
    for note in notes {
      Terminal.output.write(format == .json ? report.json(note) : Array(report.text(note).utf8))
    }
  }

  /// The note whose page is called so: `docker/volume`, `/docker/volume/`, `docker/volume.md`; `/` is the home page.
  private static func note(_ page: String, in knowledge: KnowledgeBase) throws(Failure) -> Int {
    var path = page.split(separator: "/").joined(separator: "/")
    for ending in ["/index.md", "/index.html", ".md"] where path.hasSuffix(ending) { path.removeLast(ending.count) }
    if path.isEmpty { path = "/" }
    if let note = knowledge.notes.indices.first(where: { RelatedReport.name(of: $0, in: knowledge) == path }) {
      return note
    }
    throw Failure("No page is called '\(page)'", advice: "Pages are called by their address, such as docker/volume.")
  }
}
