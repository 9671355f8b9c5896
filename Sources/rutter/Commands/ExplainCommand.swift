import ArgumentParser
import Docker
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
    let old = try cachedFrom.map { path throws(Failure) in
      SourceText(path: path, bytes: try FileReader.read(path))
    }
    let explanation = BuildExplanation(try source(), after: old, try options(), run: try runLine())
    Terminal.output.write(format == .json ? explanation.json : Array(explanation.text(style).utf8))
    if let error = explanation.error {
      if format == .human { show(error, in: explanation.plan.file.source) }
      throw ExitCode(1)
    }
  }

  private func source() throws(Failure) -> SourceText {
    guard what == "-" else { return SourceText(path: what, bytes: try FileReader.read(what)) }
    return SourceText(path: CheckTarget.standardInputName, bytes: FileReader.read(0, expecting: 0) ?? [])
  }

  private func options() throws(Failure) -> BuildOptions {
    var options = BuildOptions()
    options.arguments = buildArguments.compactMap(Self.argument)
    options.target = target.map { Array($0.utf8)[...] }
    guard let platform else { return options }
    do throws(ValueFault) {
      options.platform = try Platform(Array(platform.utf8)[...])
    } catch {
      throw Failure(error.message, advice: "Write --platform as in linux/arm64")
    }
    return options
  }

  /// `K=V`; a K alone takes its value from the environment, and says nothing where that has none.
  private static func argument(_ text: String) -> BuildArgument? {
    if let sign = text.firstIndex(of: "=") {
      return BuildArgument(Array(text[..<sign].utf8)[...], Array(text[text.index(after: sign)...].utf8)[...])
    }
    guard let value = unsafe getenv(text) else { return nil }
    return BuildArgument(Array(text.utf8)[...], Array(unsafe String(cString: value).utf8)[...])
  }

  private func runLine() throws(Failure) -> BuildExplanation.RunArguments {
    BuildExplanation.RunArguments(
      entrypoint: entrypoint, words: try runArguments.map(CommandLineWords.split) ?? [])
  }

  /// Tells why there would be no image.
  private func show(_ error: Diagnostic, in source: SourceText) {
    let findings = Report([error]).findings { _ in source.bytes }
    Terminal.error.write(HumanReport(hasColours: Terminal.error.hasColours).text(findings))
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
