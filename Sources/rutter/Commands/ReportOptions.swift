import ArgumentParser
import Notes

/// What the command line says about how findings are told.
struct ReportOptions: ParsableArguments {
  /// How findings are written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case human, json, github, sarif, junit
  }

  @Option(
    help: ArgumentHelp("How findings are written: human, json, github, sarif or junit.", valueName: "format"))
  var format: Format?

  @Option(
    name: .customLong("help-url"),
    help: ArgumentHelp("Where this handbook is published: sarif links to the rules' pages.", valueName: "url"))
  var helpURL: String?

  @Option(help: ArgumentHelp("Write the findings as JSON to this file, too.", valueName: "file"))
  var report: String?

  func validate() throws {
    if let helpURL {
      var settings = Settings()
      guard settings.setBaseURL(helpURL) else {
        throw ValidationError(
          "'\(helpURL)' is no address of a site: write --help-url as in https://example.org/handbook/")
      }
    }
  }
}
