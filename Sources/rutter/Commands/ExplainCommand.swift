import ArgumentParser
import Glibc
import Source

/// `rutter explain`: tells what a rule asks for, or what becomes of a Dockerfile.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a rule or a Dockerfile.",
    discussion: """
      WHAT is a rule by any of its names (dockerfile/maintainer, DL4000, MaintainerDeprecated), a Dockerfile, or - for \
      one on standard input. Of a Dockerfile it tells the stages, what the image says, what a container runs, and what \
      is built again when something changes.
      """)

  @Argument(help: "A rule, or a Dockerfile.")
  var what: String

  @Option(help: ArgumentHelp("How it is told: human or json.", valueName: "format"))
  var format = OutputFormat.human

  @Option(
    name: .customLong("build-arg"),
    help: ArgumentHelp("A value for an ARG; without a value, that of the environment. Repeatable.", valueName: "k=v"))
  var buildArguments: [String] = []

  @Option(help: ArgumentHelp("What the image is built for, such as linux/arm64.", valueName: "platform"))
  var platform: String?

  @Option(help: ArgumentHelp("The stage to build (default: the last).", valueName: "stage"))
  var target: String?

  @Option(
    name: .customLong("run-args"),
    help: ArgumentHelp("What stands behind the image's name in 'docker run'.", valueName: "words"))
  var runArguments: String?

  @Option(help: ArgumentHelp("What 'docker run' is given as --entrypoint.", valueName: "program"))
  var entrypoint: String?

  @Option(
    name: .customLong("cached-from"),
    help: ArgumentHelp("An older Dockerfile: tells which steps its layers are used for.", valueName: "path"))
  var cachedFrom: String?

  func run() throws {
    if let rules = RuleExplanation(what) {
      Terminal.output.write(format == .json ? rules.json : Array(rules.text(style).utf8))
      return
    }
    guard what == "-" || Self.isThere(what) else { throw Self.unknown(what) }
  }

  private var style: TextStyle { TextStyle(hasColours: Terminal.output.hasColours) }

  private static func isThere(_ path: String) -> Bool {
    unsafe access(path, F_OK) == 0
  }

  /// Neither a rule nor a file.
  private static func unknown(_ what: String) -> Failure {
    let names = Checks.rules.flatMap { [$0.id.name] + $0.aliases }
    let nearest = Suggestion.nearest(to: what, among: names).map { ", did you mean '\($0)'?" } ?? ""
    return Failure(
      "'\(what)' is neither a rule nor a file\(nearest)", advice: "'rutter check --list-rules' lists all rules")
  }
}
