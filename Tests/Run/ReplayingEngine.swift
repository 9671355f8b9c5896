import Source

@testable import Run

/// An engine that does nothing: builds, sessions and scripts print what a test says.
struct ReplayingEngine: Sendable {
  /// What is printed.
  var printed: [UInt8] = []
  /// How what runs ends.
  var ending = EngineOutcome.Ending.exited(0)
  /// Whether the shell of a session tells how its commands end; one that is replaced by a program does not.
  var hasShell = true
  /// Whether images from outside are there.
  var hasImages = true
  /// What every image runs.
  var facts = "l1\ns1000\n"

  static let engine = Engine(.buildah, version: "1.28.2", program: ["buildah"])

  var host: EngineHost {
    EngineHost(run: { [self] in run($0) }, write: { _, _ in nil })
  }

  private func run(_ command: EngineCommand) -> EngineOutcome {
    if command.words.contains("inspect") {
      let isOurs = command.words.last?.hasPrefix("localhost/") ?? false
      return hasImages || isOurs ? EngineOutcome(.exited(0), output: Array(facts.utf8)) : EngineOutcome(.exited(1))
    }
    guard command.words.contains("build") || command.words.contains("run") else { return EngineOutcome(.exited(0)) }
    guard hasShell, let script = command.words.last, let mark = Self.mark(in: script), case .exited(let code) = ending
    else {
      return EngineOutcome(ending, output: printed)
    }
    // A session of one command: the shell itself ends well.
    return EngineOutcome(.exited(0), output: printed + Array("\n\(mark) \(code)\n".utf8))
  }

  /// The word behind which a session's shell tells how a command ended.
  private static func mark(in script: String) -> String? {
    guard script.hasPrefix("exec 2>&1\n") else { return nil }
    return script.split(separator: " ").map(String.init).first { $0.hasSuffix("-end") }
  }

  /// The results of a page.
  func results(_ markdown: String, only: Set<String> = []) -> [StepResult] {
    var run = PageRun(
      RunPlan(snippets(markdown), page: "page/"), number: 1, RunSettings(), on: Self.engine, host: host)
    return run.run(only: only)
  }
}
