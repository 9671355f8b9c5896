public import ArgumentParser
import Notes
public import Source

/// `rutter check`: tells what is wrong.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check notes, and fail if something is wrong.",
    discussion: """
      PATH is a site (a folder with a folder 'content'), a folder of notes, a note, or - for standard input. Ends with 1 \
      if there is a finding as severe as --fail-on.
      """)

  @Argument(help: ArgumentHelp("What to check (default: the site in this folder).", valueName: "path"))
  var paths: [String] = []

  @Option(help: ArgumentHelp("How findings are written: human or json.", valueName: "format"))
  var format = OutputFormat.human

  @Option(name: .customLong("fail-on"), help: ArgumentHelp("From which severity on to fail.", valueName: "severity"))
  var failOn = Severity.error

  @Option(help: ArgumentHelp("Only rules with this name; * stands for anything. Repeatable.", valueName: "rule"))
  var only: [String] = []

  @Option(help: ArgumentHelp("No rules with this name; * stands for anything. Repeatable.", valueName: "rule"))
  var skip: [String] = []

  @Option(name: .customLong("as"), help: ArgumentHelp("What standard input is: markdown.", valueName: "language"))
  var language: InputLanguage?

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
    var diagnostics: [Diagnostic] = []
    var files = 0
    var standardInput: [UInt8] = []
    for path in paths.isEmpty ? ["."] : paths {
      if path == "-" { standardInput = FileReader.read(0, expecting: 0) ?? [] }
      let checked = try await CheckTarget(path).check(
        standardInput: standardInput, withDrafts: drafts, jobs: jobs ?? Processors.count)
      diagnostics += checked.diagnostics
      files += checked.files
    }
    let report = Report(diagnostics).filtered(isWanted)
    let findings = report.findings { path in
      path == CheckTarget.standardInput ? standardInput : (try? FileReader.read(path)) ?? []
    }
    show(findings, of: report, files: files)
    if report.has(atLeast: failOn) { throw ExitCode(1) }
  }

  private func isWanted(_ diagnostic: Diagnostic) -> Bool {
    let isNamed = { (patterns: [String]) in patterns.contains { RulePattern($0).matches(diagnostic.rule) } }
    return (only.isEmpty || isNamed(only)) && !isNamed(skip)
  }

  private func show(_ findings: [Finding], of report: Report, files: Int) {
    switch format {
    case .json: Terminal.output.write(JSONReport.bytes(findings, of: report, files: files))
    case .human:
      Terminal.output.write(HumanReport(hasColours: Terminal.output.hasColours).text(findings))
      Terminal.output.write("\(HumanReport.summary(report)) in \(HumanReport.counted(files, "note"))\n")
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
