import ArgumentParser
import Study

/// `rutter study merge`: puts two logs of reviews together.
struct StudyMergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Put two logs of reviews together.",
    discussion: """
      Adds to the first log what the second has. It makes no difference which of two machines merges first, and a second \
      time changes nothing. Lines that tell of no review are reported and kept.
      """)

  @Argument(help: "The log that becomes complete.")
  var log: String

  @Argument(help: "The log whose reviews are added.")
  var other: String

  func run() throws {
    var merged = ReviewLog()
    for path in [log, other] {
      let bytes = try FileReader.read(path)
      let read = ReviewLog(bytes)
      ReviewFile.report(read, at: path, bytes)
      merged.merge(read)
    }
    try FileReplacement.write(merged.bytes, to: log)
    Terminal.output.write("\(merged.reviews.count) reviews in \(log)\n")
  }
}
