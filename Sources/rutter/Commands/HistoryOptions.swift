import ArgumentParser

/// What the command line says about old findings.
struct HistoryOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Leave out the findings that are written down in this file.", valueName: "file"))
  var baseline: String?

  @Flag(
    name: .customLong("write-baseline"),
    help: "Write down what is found, in the file of --baseline (default: rutter-baseline.json), and end.")
  var writeBaseline = false

  @Option(help: ArgumentHelp("Only what is new since this commit.", valueName: "commit"))
  var since: String?

  func validate() throws {
    if writeBaseline, since != nil { throw ValidationError("--write-baseline takes all findings: leave out --since") }
  }

  /// What counts as old.
  func history() throws -> History {
    History(
      baseline: try writeBaseline ? nil : baseline.map { try Baseline(reading: $0) },
      revision: try since.map { try Revision($0) })
  }

  /// Writes down what is found.
  func write(_ check: inout CheckRun) async throws {
    let file = baseline ?? Baseline.usualFile
    let outcome = try await check.perform()
    // What this check does not look at stays in the file.
    let old = FileReader.readIfThere(file) == nil ? Baseline(emptyIn: file) : try Baseline(reading: file)
    let new = old.updated(check.findings(outcome), in: outcome.checked, check.choice)
    try new.write()
    Terminal.output.write("\(HumanReport.counted(new.known.total, "finding")) written down in \(file)\n")
  }

  /// Says what is in the baseline and is gone.
  func tell(stale: [KnownFindings.Key]) {
    guard !stale.isEmpty else { return }
    let most = 20
    for key in stale.prefix(most) { Terminal.error.write("gone: \(key.rule) in \(key.path)\n") }
    if stale.count > most { Terminal.error.write("gone: … and \(stale.count - most) more\n") }
    Terminal.error.write(
      "\(baseline ?? "") is out of date: write it anew with --write-baseline, so that they do not come back unseen\n")
  }
}
