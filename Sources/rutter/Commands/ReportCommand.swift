import ArgumentParser
import Source

/// `rutter report`: what is done with reports as such.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Put reports together.", subcommands: [MergeCommand.self])

  /// `rutter report merge`: the reports of shards as one.
  struct MergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "merge",
      abstract: "Make one report of those of all shards.",
      discussion: """
        FILE is a report that 'rutter check --shard I/N --report FILE', or 'rutter run' likewise, has written. The one that \
        is made of all N goes to standard output, and is the same as that of one run over everything. Ends with 1 if there \
        is a finding as severe as --fail-on.
        """)

    @Argument(help: ArgumentHelp("The reports.", valueName: "file"))
    var files: [String]

    @Option(name: .customLong("fail-on"), help: "From which severity on to fail (default: error).")
    var failOn: Severity?

    func run() throws {
      var reports: [JSONValue] = []
      for file in files {
        guard let report = JSONValue(try FileReader.read(file)), report["version"]?.integer == 1,
          report["diagnostics"]?.elements != nil
        else {
          throw Failure("\(file): this is no report", advice: "Name files that --report has written")
        }
        reports.append(report)
      }
      do throws(ReportMerge.Fault) {
        Terminal.output.write(try ReportMerge(reports).json())
      } catch {
        throw Failure(error.message, advice: "Merge reports of one version of Rutter and of one command")
      }
      let least = failOn ?? .error
      let isGrave = { (finding: JSONValue) in
        finding["severity"]?.string.flatMap { Severity(argument: $0) }.map { $0 >= least } ?? false
      }
      if reports.contains(where: { ($0["diagnostics"]?.elements ?? []).contains(where: isGrave) }) { throw ExitCode(1) }
    }
  }
}
