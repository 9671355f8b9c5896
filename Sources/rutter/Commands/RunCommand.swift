import ArgumentParser
import Glibc
import Notes
import Run
import Source

/// `rutter run`: runs the code of notes that says `run`, and compares what comes of it with what the notes say.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run the snippets that are marked 'run' with a container engine.",
    discussion: """
      Builds Dockerfiles, plays console sessions in the images that they build, and compares what is printed. PATH is a \
      site, a folder of notes, or a note. What ran is noted in rutter.lock.json beside the notes, and the pages show it. \
      Ends with 1 if a snippet fails, with 2 if there is no engine.
      """)

  @Argument(help: ArgumentHelp("What to run (default: the site in this folder).", valueName: "path"))
  var path = "."

  @Option(help: ArgumentHelp("auto, docker, podman, buildah or buildctl.", valueName: "engine"))
  var engine = EngineChoice.auto

  @Option(help: ArgumentHelp("How buildah and podman isolate: chroot or oci.", valueName: "kind"))
  var isolation = Engine.Isolation.chroot

  @Option(help: ArgumentHelp("Where BuildKit listens, for buildctl.", valueName: "address"))
  var addr: String?

  @Option(help: ArgumentHelp("An image, as a folder or an archive of its files. Repeatable.", valueName: "name=path"))
  var base: [String] = []

  @Flag(help: "Let the engine fetch images that are missing.")
  var pull = false

  @Option(help: ArgumentHelp("Only this snippet or page, and what it needs. Repeatable.", valueName: "page#name"))
  var only: [String] = []

  @Option(help: ArgumentHelp("Only this share of the notes, such as 2/5.", valueName: "i/n"))
  var shard: String?

  @Option(help: ArgumentHelp("How long a snippet may take (default: 60).", valueName: "seconds"))
  var timeout: Int?

  @Flag(help: "Write what commands print into the notes.")
  var update = false

  @Flag(name: .customLong("dry-run"), help: "Show what would be started, and start nothing.")
  var dryRun = false

  @Flag(help: "Run snippets of drafts too.")
  var drafts = false

  @Option(help: ArgumentHelp("Write the report as JSON to this file, too.", valueName: "file"))
  var report: String?

  @Option(help: ArgumentHelp("How many pages are run at a time (default: one a processor).", valueName: "n"))
  var jobs: Int?

  @Option(help: ArgumentHelp("Where buildah and podman keep the images of runs.", valueName: "dir"))
  var store: String?

  @Option(help: ArgumentHelp("How it is told: human or json.", valueName: "format"))
  var format = OutputFormat.human

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1") }
    if let timeout, timeout < 1 { throw ValidationError("--timeout takes a number from 1") }
    if let shard, Shard(shard) == nil { throw ValidationError("--shard takes I/N, such as 2/5, not '\(shard)'") }
    for text in base where BaseImages.Given(text) == nil {
      throw ValidationError("--base takes NAME=PATH, such as debian:bookworm-slim=tree/, not '\(text)'")
    }
  }

  func run() async throws {
    let (project, note) = try Self.project(at: path)
    var pages = try await RunnablePages.read(
      project, withDrafts: drafts || note != nil, only: note, jobs: jobs ?? Processors.count)
    if let shard = shard.flatMap({ Shard($0) }) { pages = pages.share(shard) }
    let session = RunSession(wishes: wishes, project: project)
    let orders = try session.orders(pages)
    if dryRun {
      return Terminal.output.write(try session.rehearse(orders).map { $0 + "\n" }.joined())
    }
    guard pages.count > 0 else { return try tell(nil, pages, note: note) }
    var outcome = try await session.run(orders)
    if update { outcome = try updated(outcome, orders) }
    try Self.keep(
      outcome, pages, project, isWhole: note == nil && only.isEmpty && shard == nil, withDrafts: drafts || note != nil)
    try tell(outcome, pages, note: note)
  }

  /// The site that a path leads to, and the note of it that is meant.
  static func project(at path: String) throws(Failure) -> (Project, note: String?) {
    switch try CheckTarget(path) {
    case .folder(let content, let templates, let root):
      return (try Project(content: content, templates: templates, root: root), nil)
    case .note(let file, let content, let root):
      return (try Project(content: content, templates: nil, root: root), file)
    case .dockerfile, .standardInput:
      throw Failure("\(path): only the code of notes is run", advice: "Name a site, a folder, or a '.md' file")
    }
  }

  private var wishes: RunSession.Wishes {
    var wishes = RunSession.Wishes()
    wishes.engine = engine.kind
    wishes.isolation = isolation
    wishes.address = addr
    wishes.bases = base.compactMap { BaseImages.Given($0) }
    wishes.pulls = pull
    wishes.timeout = timeout
    wishes.only = only
    if let store { wishes.store = store }
    if let jobs { wishes.jobs = jobs }
    return wishes
  }

  // MARK: Afterwards

  /// Writes what was printed into the notes. What only differed in that is as it should be then.
  private func updated(_ outcome: RunSession.Outcome, _ orders: [SnippetRunner.Order]) throws -> RunSession.Outcome {
    var updater = OutputUpdater()
    var results = outcome.results
    for (index, order) in orders.enumerated() {
      try updater.update(order.page.file, with: results[index])
      guard updater.files.last == order.page.file else { continue }
      for place in results[index].indices { results[index][place].noteUpdate() }
    }
    for file in updater.files { Terminal.error.write("updated \(file)\n") }
    for problem in updater.problems { Terminal.error.write(problem + "\n") }
    return RunSession.Outcome(
      engine: outcome.engine, results: results, limits: outcome.limits, seconds: outcome.seconds)
  }

  /// Notes what ran as it should beside the notes.
  private static func keep(
    _ outcome: RunSession.Outcome, _ pages: RunnablePages, _ project: Project, isWhole: Bool, withDrafts: Bool
  ) throws {
    var lock = RunLockFile.read(in: project.content)
    if isWhole {
      let names = Set(pages.names)
      lock.records = lock.records.filter { names.contains($0.key) }
    }
    let (today, hashes) = (RunLockFile.today, try Self.hashes(afterUpdating: outcome, pages, project))
    for result in outcome.results.joined() where result.isRun {
      var record = RunRecord(result, by: outcome.engine, on: today)
      record.hash = hashes[result.name] ?? result.hash
      lock.records[result.name] = result.verdict == .passed ? record : nil
    }
    try RunLockFile.write(lock, in: project.content)
  }

  /// What stands for the snippets whose output was written anew.
  private static func hashes(
    afterUpdating outcome: RunSession.Outcome, _ pages: RunnablePages, _ project: Project
  ) throws -> [String: String] {
    let updated = Set(outcome.results.joined().filter { !$0.updates.isEmpty && $0.verdict == .passed }.map(\.page))
    var hashes: [String: String] = [:]
    for page in pages.pages where updated.contains(page.plan.page) {
      for plan in try RunnablePages.plans(in: page.file, of: project) where plan.page == page.plan.page {
        for step in plan.steps { hashes[plan.name(of: step)] = step.hash }
      }
    }
    return hashes
  }

  /// Tells how it went, and fails if it went wrong.
  private func tell(_ outcome: RunSession.Outcome?, _ pages: RunnablePages, note: String?) throws {
    let results = outcome.map { Array($0.results.joined()) } ?? []
    let found = Report(pages.diagnostics + results.flatMap(\.diagnostics))
    let findings = found.findings { (try? FileReader.read($0)) ?? [] }
    var checked = Checked(notes: pages.notes)
    checked.runSnippets = results.count(where: \.isRun)
    checked.skippedSnippets = results.count - checked.runSnippets
    let json = JSONReport.bytes(findings, of: found, checked) { json in
      guard let outcome else { return }
      RunReport.write(results, outcome.engine, outcome.limits, &json)
    }
    if let report { try FileReplacement.write(json, to: report) }
    switch format {
    case .json: Terminal.output.write(json)
    case .human: show(results, outcome, findings)
    }
    if let signal = Interruption.signal { throw ExitCode(128 + signal) }
    if found.has(atLeast: .error) { throw ExitCode(1) }
  }

  private func show(_ results: [StepResult], _ outcome: RunSession.Outcome?, _ findings: [Finding]) {
    let hasColours = Terminal.output.hasColours
    guard let outcome else {
      Terminal.output.write(HumanReport(hasColours: hasColours).text(findings))
      return Terminal.output.write("Nothing to run: no fence says 'run'\n")
    }
    let report = RunReport(
      results: results, engine: outcome.engine, seconds: outcome.seconds, hasColours: hasColours)
    Terminal.output.write(report.lines + "\n")
    Terminal.output.write(HumanReport(hasColours: hasColours).text(findings))
    Terminal.output.write(report.details + report.summary + RunReport.warning(outcome.limits, outcome.engine))
  }
}

/// Which engine is to be used.
enum EngineChoice: String, CaseIterable, ExpressibleByArgument {
  case auto, docker, podman, buildah, buildctl

  /// The engine; nothing for whichever is there.
  var kind: Engine.Kind? { Engine.Kind(rawValue: rawValue) }
}

extension Engine.Isolation: ExpressibleByArgument {}
