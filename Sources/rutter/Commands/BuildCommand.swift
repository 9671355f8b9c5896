import ArgumentParser
import Glibc
import Notes
import Pages
import Source

/// `rutter build`: notes in, a site out.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Build the site.",
    discussion: """
      Reads the notes of SITE/content and writes a static site to SITE/public. What is wrong with the notes is reported; \
      the site is published all the same, unless --strict is given.
      """)

  @Argument(help: "The folder of the site, which has a folder 'content'.")
  var site = "."

  @Option(help: ArgumentHelp("Where the notes are.", valueName: "dir"))
  var content: String?

  @Option(help: ArgumentHelp("Templates that take the place of the theme's.", valueName: "dir"))
  var templates: String?

  @Option(help: ArgumentHelp("Where the site is written (default: SITE/public).", valueName: "dir"))
  var output: String?

  @Option(
    name: .customLong("base-url"), help: ArgumentHelp("Where the site will be found on the web.", valueName: "url"))
  var baseURL: String?

  @Flag(help: "Publish drafts too.")
  var drafts = false

  @Flag(help: "Publish nothing if there is an error in the notes.")
  var strict = false

  @Option(help: ArgumentHelp("How many files are worked on at a time (default: one a processor).", valueName: "n"))
  var jobs: Int?

  @Flag(name: .customLong("no-cache"), help: "Write every file, even if the published one is the same.")
  var noCache = false

  @Flag(help: "Show how long each phase took.")
  var timings = false

  @Flag(name: .shortAndLong, help: "Say nothing but why the build failed.")
  var quiet = false

  @Option(help: ArgumentHelp("How the summary is written: human or json.", valueName: "format"))
  var format = OutputFormat.human

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1") }
  }

  func run() async throws {
    var clock = Timings()
    let project = try Project.site(site, content: content, templates: templates, baseURL: baseURL)
    let target = output ?? Project.join(site, "public")
    try OutputGuard.check(target, site: site, content: project.content, templates: project.templates)
    let (theme, templateProblems) = try project.theme()
    guard let theme else { try fail(Report(templateProblems)) }
    clock.end("list")

    let folder = try OutputFolder(target, rewrites: noCache)
    do {
      try await build(project, theme, into: folder, &clock)
      try folder.finish()
    } catch {
      folder.abandon()
      throw error
    }
  }

  private func build(_ project: Project, _ theme: Theme, into folder: OutputFolder, _ clock: inout Timings) async throws
  {
    let store = try BodyStore(in: folder.scratch)
    let jobs = jobs ?? Processors.count
    let read = try await ReadSite.read(
      project, jobs: jobs, into: store, checkingSnippets: isHeard ? .wanting([]) : .none)
    clock.end("read")

    let knowledge = try await KnowledgeBase.connect(read, in: store, project, withDrafts: drafts, jobs: jobs)
    clock.end("link")
    let report = isHeard ? try Checks.report(read, knowledge, project, withDrafts: drafts) : Report([])
    clock.end("check")
    if strict, report.has(atLeast: .error) { try fail(report) }

    let texts = read.publishedTexts(withDrafts: drafts)
    var site = Site(
      knowledge, settings: project.settings, theme: theme, generator: "Rutter \(Rutter.version)",
      citations: try await Citations.read(knowledge, texts, in: store, jobs: jobs),
      stubLines: try knowledge.stubLines())
    site.runStates = texts.map(\.runStates)
    clock.end("cite")
    let edition = Edition(site: site, texts: texts, store: store, content: project.content)
    let publisher = SitePublisher(edition: edition, folder: folder, jobs: jobs)
    try await publisher.publish(&clock)
    summarise(site, report, folder, clock)
  }

  /// Whether anybody learns of findings: putting them into words takes its time.
  private var isHeard: Bool { strict || !quiet || format == .json }

  /// Shows why nothing is published, and ends with exit code 1.
  private func fail(_ report: Report) throws -> Never {
    Self.show(report, to: .error)
    Terminal.error.write("\(HumanReport.summary(report)); nothing is published\n")
    throw ExitCode(1)
  }

  private func summarise(_ site: Site, _ report: Report, _ folder: OutputFolder, _ clock: Timings) {
    if timings { Terminal.error.write(clock.table) }
    if !quiet, format == .human {
      Self.show(report, to: .error, most: 20)
    }
    guard !quiet || format == .json else { return }
    let summary = BuildSummary(
      pages: site.pages.count, notes: site.knowledge.notes.count,
      links: site.knowledge.targets.reduce(0) { $0 + $1.count }, report: report, bytes: folder.totalBytes,
      writtenFiles: folder.writtenFiles, seconds: clock.seconds, peakMemory: Timings.peakMemory, output: folder.path)
    Terminal.output.write(format == .json ? summary.json : summary.text)
  }

  private static func show(_ report: Report, to terminal: Terminal, most: Int = .max) {
    let shown = Report(Array(report.diagnostics.filter { $0.rule.severity > .info }.prefix(most)))
    let findings = shown.findings { path in (try? FileReader.read(path)) ?? [] }
    terminal.write(HumanReport(hasColours: terminal.hasColours).text(findings))
    let rest = report.diagnostics.count - shown.diagnostics.count
    if rest > 0 { terminal.write("… and \(rest) more: 'rutter check' shows all\n\n") }
  }
}
