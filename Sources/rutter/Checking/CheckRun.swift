import Source

/// A check that may be done again: the same targets and choices, over files that may have been mended.
struct CheckRun: Sendable {
  /// What a check gave.
  struct Outcome: Sendable {
    /// What was looked at.
    let checked: Checked
    /// What is wrong, as far as anybody wants to know.
    let report: Report
    /// How many findings were left out because they are old.
    var old = 0
    /// What is in the baseline and is gone.
    var stale: [KnownFindings.Key] = []
  }

  let targets: [CheckTarget]
  let options: CheckOptions
  let choice: RuleChoice
  /// The files as they are, or as they have become.
  var files: SourceFiles
  /// What counts as old; nothing where everything counts.
  var history = History()

  /// Asks other sites; nothing where nobody wants that.
  var externalLinks: ExternalLinkCheck?

  /// Checks all targets.
  mutating func perform() async throws -> Outcome {
    var checked = try await Checker(options, files: files).check(targets)
    // Other sites change by themselves: since a commit only the files count that have changed.
    if let revision = history.revision { checked.externalLinks.removeAll { !revision.isChanged($0.place.path) } }
    if let found = try externalLinks?.diagnostics(checked.externalLinks, checked.linkSettings, files) {
      checked.diagnostics += found
    }
    if options.runsSnippets {
      for target in targets { checked += try await SnippetRuns.run(target, options) }
    }
    let all = Report(checked.diagnostics)
    let outcome = Outcome(
      checked: checked, report: choice.isEverything ? all : all.filtered { choice.includes($0.rule) })
    guard history.isAsked else { return outcome }
    return try await history.newPart(of: outcome, of: self)
  }

  /// The findings of an outcome with lines and columns.
  func findings(_ outcome: Outcome) -> [Finding] {
    outcome.report.findings { path in outcome.checked.sources[path] ?? (try? files.read(path)) ?? [] }
  }
}

/// What a check is asked for beside its targets.
struct CheckOptions: Sendable {
  /// What standard input is.
  var standardInput = InputLanguage.markdown
  var withDrafts = false
  /// Whether Dockerfiles may lack a FROM.
  var takesFragments = false
  /// The rules that were asked for by name.
  var wantedRules: [RuleID] = []
  var jobs = 1
  /// Whether links to other sites are checked.
  var takesExternalLinks = false
  /// Whether code that is marked for it is run.
  var runsSnippets = false
  /// The share of the files that is checked; nothing where it is all of them.
  var shard: Shard?

  /// Whether a file is to be checked.
  func includes(_ path: String) -> Bool { shard?.includes(path) ?? true }
}

/// Which rules count.
struct RuleChoice: Sendable {
  /// Patterns of names; where there are some, only these.
  var only: [String] = []
  /// Patterns of names; never these.
  var skip: [String] = []

  /// Whether nobody chose.
  var isEverything: Bool { only.isEmpty && skip.isEmpty }

  /// Whether findings of the rule of this name count.
  func includes(named name: String) -> Bool {
    isEverything || Checks.rules.first { $0.id.name == name }.map(includes) ?? only.isEmpty
  }

  /// Whether findings of a rule count.
  func includes(_ rule: Rule) -> Bool {
    let isNamed = { (patterns: [String]) in patterns.contains { RulePattern($0).matches(rule) } }
    return (only.isEmpty || isNamed(only)) && !isNamed(skip)
  }

  /// The rules that are chosen by a name, not by a pattern: those run even if they are off otherwise.
  var wantedRules: [RuleID] {
    let names = only.filter { !$0.contains("*") }
    return Checks.rules.filter { rule in names.contains { RulePattern($0).matches(rule) } }.map(\.id)
  }
}
