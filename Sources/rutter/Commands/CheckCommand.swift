public import ArgumentParser
import Notes
public import Source

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

  @Option(help: ArgumentHelp("How findings are written: human or json.", valueName: "format"))
  var format = OutputFormat.human

  @Option(
    name: .customLong("fail-on"),
    help: ArgumentHelp("From which severity on to fail (default: error).", valueName: "severity"))
  var failOn: Severity?

  @Option(help: ArgumentHelp("Only rules with this name; * stands for anything. Repeatable.", valueName: "rule"))
  var only: [String] = []

  @Option(help: ArgumentHelp("No rules with this name; * stands for anything. Repeatable.", valueName: "rule"))
  var skip: [String] = []

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("What standard input is: markdown or dockerfile.", valueName: "language"))
  var language: InputLanguage?

  @Flag(help: "Take Dockerfiles without a FROM as parts of one.")
  var fragment = false

  @Flag(help: "Check drafts too.")
  var drafts = false

  @Option(help: ArgumentHelp("How many files are worked on at a time.", valueName: "n"))
  var jobs: Int?

  @Flag(name: .customLong("list-rules"), help: "List all rules and end.")
  var listRules = false

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1") }
    if paths.contains("-"), language == nil { throw ValidationError("- needs --as, such as '--as markdown'") }
    for pattern in only + skip where !Checks.rules.contains(where: { RulePattern(pattern).matches($0) }) {
      let names = Checks.rules.map(\.id.name)
      let nearest = Suggestion.nearest(to: pattern, among: names).map { ", did you mean '\($0)'?" } ?? ""
      throw ValidationError("No rule has the name '\(pattern)'\(nearest)")
    }
  }

  func run() async throws {
    if listRules { return Self.list() }
    let targets = try (paths.isEmpty ? ["."] : paths).map { try CheckTarget($0) }
    let standardInput = paths.contains("-") ? FileReader.read(0, expecting: 0) ?? [] : []
    let checker = Checker(
      standardInput: (standardInput, language ?? .markdown), withDrafts: drafts, takesFragments: fragment,
      wantedRules: wantedRules, jobs: jobs ?? Processors.count)
    let checked = try await checker.check(targets)
    let all = Report(checked.diagnostics)
    let report = only.isEmpty && skip.isEmpty ? all : all.filtered(isWanted)
    let findings = report.findings { path in
      path == CheckTarget.standardInputName
        ? standardInput : checked.sources[path] ?? (try? FileReader.read(path)) ?? []
    }
    show(findings, of: report, checked)
    if report.diagnostics.contains(where: { isGrave($0, checked) }) { throw ExitCode(1) }
  }

  /// Whether a finding makes the check fail: what the command line says counts, then the settings beside the file.
  private func isGrave(_ diagnostic: Diagnostic, _ checked: Checked) -> Bool {
    let usual = FailureThreshold.atLeast(failOn ?? .error)
    let threshold = failOn == nil ? checked.thresholds[diagnostic.place.path] ?? usual : usual
    return threshold.isReached(by: diagnostic.rule.severity)
  }

  private func isWanted(_ diagnostic: Diagnostic) -> Bool {
    let isNamed = { (patterns: [String]) in patterns.contains { RulePattern($0).matches(diagnostic.rule) } }
    return (only.isEmpty || isNamed(only)) && !isNamed(skip)
  }

  /// The rules that `--only` names, other than by a pattern.
  private var wantedRules: [RuleID] {
    let names = only.filter { !$0.contains("*") }
    return Checks.rules.filter { rule in names.contains { RulePattern($0).matches(rule) } }.map(\.id)
  }

  private func show(_ findings: [Finding], of report: Report, _ checked: Checked) {
    switch format {
    case .json: Terminal.output.write(JSONReport.bytes(findings, of: report, checked))
    case .human:
      Terminal.output.write(HumanReport(hasColours: Terminal.output.hasColours).text(findings))
      Terminal.output.write("\(HumanReport.summary(report)) in \(checked.extent)\n")
    }
  }

  private static func list() {
    for rule in Checks.rules {
      Terminal.output.write("\(rule.id.name) (\(rule.severity.name)): \(rule.summary)\n")
    }
  }
}

extension Severity: ExpressibleByArgument {
  /// The severity of this name.
  public init?(argument: String) {
    guard let severity = Severity.allCases.first(where: { $0.name == argument }) else { return nil }
    self = severity
  }

  /// The name, for help.
  public var defaultValueDescription: String { name }

  /// The names, for help.
  public static var allValueStrings: [String] { allCases.map(\.name) }
}
