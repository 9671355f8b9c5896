import ArgumentParser
import Docker
import Glibc
import Notes
import Source

/// `rutter explain`: tells what a rule asks for, what becomes of a Dockerfile, or what a site says of a topic.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a rule, a Dockerfile or a topic.",
    discussion: """
      WHAT is a rule by any of its names (dockerfile/maintainer, DL4000, MaintainerDeprecated), a Dockerfile, or - for \
      one on standard input. Of a Dockerfile it tells the stages, what the image says, what a container runs, and what \
      is built again when something changes. Anything else is a topic of the site in this folder, or in --site.
      """)

  @Argument(help: "A rule, a Dockerfile, or a topic.")
  var what: String

  @Option(help: ArgumentHelp("How it is told: human or json.", valueName: "format"))
  var format = OutputFormat.human

  @Option(help: ArgumentHelp("Take it for a topic of the site in this folder.", valueName: "dir"))
  var site: String?

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

  func run() async throws {
    if let site {
      let knowledge = try await Self.knowledge(of: site)
      guard let topic = TopicExplanation(what, in: knowledge) else { throw unknown(in: knowledge) }
      return Terminal.output.write(format == .json ? topic.json : Array(topic.text(style).utf8))
    }
    if let rules = RuleExplanation(what) {
      return Terminal.output.write(format == .json ? rules.json : Array(rules.text(style).utf8))
    }
    guard what == "-" || Self.isFile(what) else { return try await explainTopic() }
    try explainBuild()
  }

  /// Tells of a topic of the site in this folder, if there is one.
  private func explainTopic() async throws {
    guard Self.isThere("content") else { throw unknown(in: nil) }
    let knowledge = try await Self.knowledge(of: ".")
    guard let topic = TopicExplanation(what, in: knowledge) else { throw unknown(in: knowledge) }
    Terminal.output.write(format == .json ? topic.json : Array(topic.text(style).utf8))
  }

  private static func knowledge(of site: String) async throws -> KnowledgeBase {
    let project = try Project.site(site, content: nil, templates: nil)
    return try await KnowledgeBase.read(project, withDrafts: false, jobs: Processors.count)
  }

  private func explainBuild() throws {
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

  /// Whether there is something at `path` that may be a Dockerfile. A folder is none, and may well be called like a topic.
  private static func isFile(_ path: String) -> Bool {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return false }
    return status.st_mode & S_IFMT != S_IFDIR
  }

  /// Neither a rule nor a file, nor a topic of a site.
  private func unknown(in knowledge: KnowledgeBase?) -> Failure {
    let rules = site == nil ? Checks.rules.flatMap { [$0.id.name] + $0.aliases } : []
    let name = Suggestion.nearest(to: what, among: rules) ?? knowledge?.nearestName(to: what)
    let nearest = name.map { ", did you mean '\($0)'?" } ?? ""
    if site != nil { return Failure("No topic has the name '\(what)'\(nearest)") }
    let kinds = knowledge == nil ? "neither a rule nor a file" : "neither a rule nor a file, nor a topic of this site"
    return Failure(
      "'\(what)' is \(kinds)\(nearest)", advice: "'rutter check --list-rules' lists all rules")
  }
}
