import Source

/// Tells new findings from old ones: by a baseline, by a commit, or by both.
struct History: Sendable {
  /// The findings that were written down once.
  var baseline: Baseline?
  /// The commit since which findings count.
  var revision: Revision?
  /// What was wrong at that commit, once somebody had to know.
  private var foundThen: KnownFindings?

  init(baseline: Baseline? = nil, revision: Revision? = nil) {
    self.baseline = baseline
    self.revision = revision
  }

  /// Whether anything is old.
  var isAsked: Bool { baseline != nil || revision != nil }

  /// What is new of an outcome of `check`.
  mutating func newPart(of outcome: CheckRun.Outcome, of check: CheckRun) async throws -> CheckRun.Outcome {
    var findings = check.findings(outcome)
    let count = findings.count
    if let revision { findings = try await newFindings(findings, since: revision, check) }
    var stale: [KnownFindings.Key] = []
    if let baseline {
      // What is in the baseline and untouched since the commit is not gone.
      stale = baseline.stale(baseline.newFindings(check.findings(outcome)).rest, in: outcome.checked, check.choice)
      findings = baseline.newFindings(findings).new
    }
    return CheckRun.Outcome(
      checked: outcome.checked, report: Report(findings.map(\.diagnostic)), old: count - findings.count, stale: stale)
  }

  /// All findings in files that have changed since, and those elsewhere that were not there then: a page may have lost
  /// the heading that others link to.
  private mutating func newFindings(
    _ findings: [Finding], since revision: Revision, _ check: CheckRun
  ) async throws -> [Finding] {
    guard findings.contains(where: { !revision.isChanged($0.diagnostic.place.path) }) else { return findings }
    if foundThen == nil { foundThen = try await Self.findings(at: revision, check) }
    var known = foundThen ?? KnownFindings()
    return findings.filter { finding in
      revision.isChanged(finding.diagnostic.place.path) || !known.take(KnownFindings.key(finding, revision.name))
    }
  }

  /// What the same check would have found then.
  private static func findings(at revision: Revision, _ check: CheckRun) async throws -> KnownFindings {
    try await revision.whileCheckedOut { top in
      let targets = check.targets.compactMap { target in
        target.path.flatMap { try? CheckTarget(Project.join(top, revision.name(of: $0))) }
      }
      var options = check.options
      // The share of a file hangs on its path.
      options.shard = nil
      options.takesExternalLinks = false
      var then = CheckRun(targets: targets, options: options, choice: check.choice, files: SourceFiles())
      let outcome = try await then.perform()
      return KnownFindings(then.findings(outcome)) { PathName.relative(PathName.absolute($0), to: top) }
    }
  }
}
