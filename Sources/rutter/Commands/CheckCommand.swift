import ArgumentParser
import Notes
import Source

/// `rutter check`: tells what is wrong.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check notes and Dockerfiles, and fail if something is wrong.",
    discussion: """
      PATH is a site (a folder with a folder 'content'), a folder of notes and Dockerfiles, a note, a Dockerfile, or - \
      for standard input. Dockerfiles in the code of notes are checked, too. Ends with 1 if there is a finding as \
      severe as --fail-on.
      """)

  @Argument(help: ArgumentHelp("What to check (default: the site in this folder).", valueName: "path"))
  var paths: [String] = []

  @OptionGroup(title: "Reports") var reports: ReportOptions

  @OptionGroup(title: "Rules") var rules: RuleOptions

  @OptionGroup(title: "Fixes") var fixes: FixOptions

  @OptionGroup(title: "Links to other sites") var links: LinkOptions

  @OptionGroup(title: "Old findings") var history: HistoryOptions

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("What standard input is: markdown or dockerfile.", valueName: "language"))
  var language: InputLanguage?

  @Flag(help: "Take Dockerfiles without a FROM as parts of one.")
  var fragment = false

  @Flag(help: "Check drafts too.")
  var drafts = false

  @Flag(name: .customLong("run"), help: "Run the snippets that are marked 'run', too, as 'rutter run' does.")
  var runsSnippets = false

  @Option(help: ArgumentHelp("How many files are worked on at a time.", valueName: "n"))
  var jobs: Int?

  @Flag(
    name: .customLong("write-addresses"),
    help: "Add the site's addresses to content/addresses.txt, and end: none of them may vanish from then on.")
  var writeAddresses = false

  @Option(
    help: ArgumentHelp("Check only the i-th of n shares of the files; see 'rutter report merge'.", valueName: "i/n"))
  var shard: Shard?

  func validate() throws {
    if rules.listRules, let format = reports.format, format != .human, format != .json {
      throw ValidationError("--list-rules is for people or --format json")
    }
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1") }
    if paths.contains("-"), language == nil { throw ValidationError("- needs --as, such as '--as markdown'") }
    if fixes.diff, reports.format != nil { throw ValidationError("--diff has a format of its own: leave out --format") }
    if history.writeBaseline, fixes.areWanted || paths.contains("-") {
      throw ValidationError("--write-baseline only writes down what is found in files: leave out --fix and -")
    }
    if fixes.diff, reports.report != nil { throw ValidationError("--diff reports nothing: leave out --report") }
    if fixes.areWanted, paths.contains("-"), paths.count > 1 {
      throw ValidationError("- is mended alone: name no other file beside it")
    }
  }

  func run() async throws {
    if rules.listRules { return rules.list(asJSON: reports.format == .json) }
    if writeAddresses { return try await keepAddresses() }
    var check = try checkRun()
    if history.writeBaseline { return try await history.write(&check) }
    guard fixes.areWanted else { return try conclude(check, try await check.perform()) }
    var fixer = Fixer(unsafely: fixes.unsafeFixes)
    let outcome = try await fixer.mend(&check)
    if fixes.diff { return try show(fixer) }
    try write(fixer, check)
    try conclude(check, outcome, after: fixer)
  }

  private func checkRun() throws -> CheckRun {
    var files = SourceFiles()
    if paths.contains("-") { files.hold(FileReader.read(0, expecting: 0) ?? [], at: CheckTarget.standardInputName) }
    let options = CheckOptions(
      standardInput: language ?? .markdown, withDrafts: drafts, takesFragments: fragment,
      wantedRules: rules.choice.wantedRules, jobs: jobs ?? Processors.count,
      takesExternalLinks: links.externalLinks, runsSnippets: runsSnippets, shard: shard)
    let targets = try (paths.isEmpty ? ["."] : paths).map { try CheckTarget($0) }
    return CheckRun(
      targets: targets, options: options, choice: rules.choice, files: files, history: try history.history(),
      externalLinks: links.check)
  }

  /// Writes down the addresses of the sites that are named.
  private func keepAddresses() async throws {
    for path in paths.isEmpty ? ["."] : paths {
      guard case .folder(let content, let templates, let root) = try CheckTarget(path) else {
        throw Failure("\(path): only a site has addresses", advice: "Name its folder with --write-addresses")
      }
      let project = try Project(content: content, templates: templates, root: root)
      let written = try await AddressWriter.write(project, jobs: jobs ?? Processors.count)
      Terminal.output.write("\(written.added) added to \(written.file), \(written.total) in all\n")
    }
  }

  // MARK: Fixes

  /// Shows what would change, and fails if something would.
  private func show(_ fixer: Fixer) throws {
    for file in fixer.files { Terminal.output.write(UnifiedDiff(file.path, file.old, file.new).bytes) }
    guard !fixer.files.isEmpty else { return }
    Terminal.error.write("\(fixer.summary) would be made\n")
    throw ExitCode(1)
  }

  /// Writes the mended files; what came from standard input goes to standard output, mended or not.
  private func write(_ fixer: Fixer, _ check: CheckRun) throws {
    if isStandardInput {
      return Terminal.output.write(try check.files.read(CheckTarget.standardInputName))
    }
    for file in fixer.files { try FileReplacement.replace(file.path, file.old, with: file.new) }
  }

  // MARK: Findings

  /// Shows what was found, and fails if it is grave.
  private func conclude(_ check: CheckRun, _ outcome: CheckRun.Outcome, after fixer: Fixer? = nil) throws {
    let findings = check.findings(outcome)
    // The mended text has standard output for itself.
    let terminal = fixer != nil && isStandardInput ? Terminal.error : Terminal.output
    switch reports.format ?? .human {
    case .human:
      terminal.write(HumanReport(hasColours: terminal.hasColours).text(findings))
      if let fixer, fixer.count > 0 { terminal.write("\(fixer.summary) made\n") }
      let old = outcome.old > 0 ? " (\(outcome.old) old left out)" : ""
      terminal.write("\(HumanReport.summary(outcome.report)) in \(outcome.checked.extent)\(old)\n")
    case .json: terminal.write(JSONReport.bytes(findings, of: outcome.report, outcome.checked))
    case .github: terminal.write(GitHubReport.text(findings))
    case .sarif:
      let report = SARIFReport(findings, helpURL: reports.helpURL) { path in (try? check.files.read(path)) ?? [] }
      terminal.write(report.json)
    case .junit:
      let report = JUnitReport(findings, files: outcome.checked.files) { isGrave($0, outcome.checked) }
      terminal.write(report.xml)
    }
    history.tell(stale: outcome.stale)
    if let file = reports.report {
      try FileReplacement.write(JSONReport.bytes(findings, of: outcome.report, outcome.checked), to: file)
    }
    if outcome.report.diagnostics.contains(where: { isGrave($0, outcome.checked) }) { throw ExitCode(1) }
  }

  private var isStandardInput: Bool { paths.contains("-") }

  /// Whether a finding makes the check fail: what the command line says counts, then the settings beside the file.
  private func isGrave(_ diagnostic: Diagnostic, _ checked: Checked) -> Bool {
    let usual = FailureThreshold.atLeast(rules.failOn ?? .error)
    let threshold = rules.failOn == nil ? checked.thresholds[diagnostic.place.path] ?? usual : usual
    return threshold.isReached(by: diagnostic.rule.severity)
  }
}

extension Fixer {
  /// `3 fixes in 2 files`.
  fileprivate var summary: String {
    "\(HumanReport.counted(count, "fix")) in \(HumanReport.counted(files.count, "file"))"
  }
}

extension Shard: ExpressibleByArgument {
  init?(argument: String) {
    self.init(argument)
  }
}
