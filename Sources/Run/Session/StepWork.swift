import Source

/// A step while it is run: what is to be done, and what is known of it so far.
struct StepWork {
  let step: RunPlan.Step
  let sandbox: Sandbox
  private let place: Snippet
  var printed: [UInt8] = []
  var seconds = 0.0
  var image: ImageFacts?
  var updates: [OutputUpdate] = []
  var difference: [String] = []
  var diagnostics: [Diagnostic] = []
  /// Why it is not run after all.
  var skipReason: String?

  init(_ step: RunPlan.Step, _ place: Snippet, _ sandbox: Sandbox) {
    self.step = step
    self.place = place
    self.sandbox = sandbox
  }

  private var snippet: PageSnippet { step.snippet }

  /// Adds a finding, at the first line of the code if nothing else is said.
  mutating func report(_ rule: Rule, _ message: String, at range: SourceRange? = nil) {
    let found = Diagnostic(rule, message, at: snippet.content.place(range ?? snippet.firstLine))
    diagnostics.append(found.inside(place))
  }

  /// Says so where a program did not come to an end of its own; true where it did.
  mutating func isEnded(_ outcome: EngineOutcome, at range: SourceRange? = nil) -> Bool {
    switch outcome.ending {
    case .exited: return true
    case .timedOut: report(RunRules.timeout, "Not ended after \(sandbox.seconds) seconds", at: range)
    case .interrupted: skipReason = "the run was ended"
    case .notStarted(let why): report(RunRules.engineFailure, "Engine did not start: \(why)", at: range)
    }
    return false
  }

  // MARK: Builds

  /// Says what is wrong with how a build ended.
  mutating func judgeBuild(_ outcome: EngineOutcome) {
    printed = outcome.output
    guard isEnded(outcome, at: BuildOutput(printed).instruction(in: snippet.content)) else { return }
    if outcome.isFine {
      if snippet.isExpectedToFail { report(RunRules.unexpectedSuccess, "Builds, where it is expected to fail") }
    } else if snippet.isExpectedToFail {
      judgeMessage()
    } else {
      let output = BuildOutput(printed)
      report(RunRules.failedBuild, "Does not build: \(output.reason)", at: output.instruction(in: snippet.content))
    }
  }

  /// Looks for the message that a failure is to show.
  mutating func judgeMessage() {
    guard let message = snippet.expectedMessage, !OutputPattern.isFound(message, in: printed) else { return }
    report(RunRules.wrongMessage, "Fails without the message '\(message)': \(BuildOutput(printed).reason)")
  }

  // MARK: Commands

  /// Says what is wrong with what a command printed.
  mutating func compare(_ command: Transcript.Command, in transcript: Transcript, with output: [UInt8]) {
    guard !command.isHidden, !command.output.isEmpty else { return }
    let expected = command.output.map { transcript[$0] }
    let pattern = OutputPattern(expected, byKind: snippet.comparesByKind)
    guard let difference = pattern.difference(from: output) else { return }
    let lines = OutputPattern.lines(of: output)
    let isBeyond = difference.expected >= expected.count
    let wanted = isBeyond ? nil : expected[difference.expected].excerpt
    let found = difference.printed < lines.count ? lines[difference.printed].excerpt : nil
    let message =
      switch (wanted, found) {
      case (let wanted?, let found?): "Output is '\(found)' where '\(wanted)' is expected"
      case (let wanted?, nil): "Output ends where '\(wanted)' is expected"
      case (nil, let found?): "Output goes on with '\(found)' where its end is expected"
      case (nil, nil): "Output is not what is expected"
      }
    let place = isBeyond ? command.output.last : command.output[difference.expected]
    report(RunRules.unexpectedOutput, message, at: place ?? command.range)
    note(difference, expected, lines)
    if let update = OutputUpdate(command, in: transcript, difference, lines) { updates.append(update) }
  }

  /// Keeps a few lines of what differs, for people.
  private mutating func note(_ place: OutputPattern.Difference, _ expected: [Bytes], _ printed: [Bytes]) {
    let most = 6
    let wanted = expected[min(place.expected, expected.count)..<max(place.expected, expected.count - place.commonEnd)]
    let found = printed[min(place.printed, printed.count)..<max(place.printed, printed.count - place.commonEnd)]
    difference += wanted.prefix(most).map { "- " + $0.string } + (wanted.count > most ? ["- …"] : [])
    difference += found.prefix(most).map { "+ " + $0.string } + (found.count > most ? ["+ …"] : [])
  }
}

extension Bytes {
  /// The line without blanks around it, cut where it is long.
  var excerpt: String {
    let text = trimmed
    guard text.count > 80 else { return text.string }
    var end = text.startIndex + 79
    while text[end] & 0xC0 == 0x80 { end -= 1 }
    return text[..<end].string + "…"
  }
}
