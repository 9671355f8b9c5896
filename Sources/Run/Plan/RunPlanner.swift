import Source

/// Makes a plan of the snippets of a page.
struct RunPlanner {
  private let snippets: [PageSnippet]
  private let page: String
  private let mounts: [String]
  private(set) var diagnostics: [Diagnostic] = []
  /// The runnable snippets, as indices of `snippets`.
  private var runnable: [Int] = []
  /// The place in `steps` of the first one with each name.
  private var named: [String: Int] = [:]
  private var steps: [RunPlan.Step] = []
  /// Whether a step is left out because it cannot be run as it is written.
  private var isBroken: [Bool] = []

  init(_ snippets: [PageSnippet], page: String, mounts: [String]) {
    self.snippets = snippets
    self.page = page
    self.mounts = mounts
  }

  mutating func plan() {
    runnable = snippets.indices.filter { snippets[$0].isRunnable && isOfUse(snippets[$0]) }
    for (number, index) in runnable.enumerated() {
      guard let name = snippets[index].name else { continue }
      if let first = named[name] {
        let note = Remark("it is the name of this one", at: place(snippets[runnable[first]]))
        report(RunRules.duplicateName, "Name '\(name)' is taken", in: snippets[index], [note])
      } else {
        named[name] = number
      }
    }
    for number in runnable.indices { addStep(number) }
  }

  /// Whether it is code that runs; a finding where it is not.
  private mutating func isOfUse(_ snippet: PageSnippet) -> Bool {
    guard snippet.kind == nil else { return true }
    let language = snippet.language.isEmpty ? "code without a language" : "'\(snippet.language)'"
    report(RunRules.notRunnable, "Nothing runs \(language)", in: snippet)
    return false
  }

  // MARK: Steps

  private mutating func addStep(_ number: Int) {
    let snippet = snippets[runnable[number]]
    var isBroken = false
    var needs: [Int] = []
    for name in snippet.needs {
      if let need = named[name] { needs.append(need) } else { isBroken = !reportUnknown(name, in: snippet) || isBroken }
    }
    if !checkMounts(snippet) { isBroken = true }
    let work = work(of: snippet, number, &isBroken)
    if case .engine(_, let calls) = work { needs += imagesNamed(in: calls, number) }
    let image = image(for: work, snippet, number, needs, &isBroken)
    if case .step(let index) = image, !needs.contains(index) { needs.append(index) }
    steps.append(
      RunPlan.Step(
        id: snippet.name.flatMap { named[$0] == number ? $0 : nil } ?? "\(number + 1)", snippet: snippet,
        place: runnable[number], work: work,
        image: image, needs: needs, skipReason: snippet.skipReason))
    self.isBroken.append(isBroken)
  }

  private mutating func work(of snippet: PageSnippet, _ number: Int, _ isBroken: inout Bool) -> RunPlan.Work {
    switch snippet.kind {
    case .build, nil: return .build
    case .script(let shell): return .script(shell: shell)
    case .console:
      let transcript = Transcript(snippet.content)
      if transcript.commands.isEmpty {
        report(RunRules.notRunnable, "Session without a command: a line that begins with '$ '", in: snippet)
        isBroken = true
      }
      guard EngineCall.isSpoken(by: transcript) else { return .session(transcript) }
      return .engine(transcript, calls(in: transcript, of: snippet, &isBroken))
    }
  }

  private mutating func calls(
    in transcript: Transcript, of snippet: PageSnippet, _ isBroken: inout Bool
  ) -> [EngineCall] {
    var calls: [EngineCall] = []
    for command in transcript.commands {
      do throws(UnsupportedCommand) {
        let call = try EngineCall(command.text)
        try Self.check(call, in: snippet)
        calls.append(call)
      } catch {
        report(RunRules.unsupportedCommand, error.message, in: snippet, at: command.range)
        isBroken = true
      }
    }
    return calls
  }

  /// Refuses what a fence must ask for.
  private static func check(_ call: EngineCall, in snippet: PageSnippet) throws(UnsupportedCommand) {
    guard case .run(let run) = call, !run.ports.isEmpty, !snippet.hasNetwork else { return }
    throw UnsupportedCommand(
      "Port \(run.ports[0]) is published without a network; the fence can ask for one: 'network'")
  }

  /// The image of a session or a script.
  private mutating func image(
    for work: RunPlan.Work, _ snippet: PageSnippet, _ number: Int, _ needs: [Int], _ isBroken: inout Bool
  ) -> RunPlan.Image? {
    switch work {
    case .build: return nil
    case .engine(_, let calls):
      let builds = calls.contains { if case .build = $0 { true } else { false } }
      return builds ? (needs.first(where: isBuild) ?? buildAbove(number)).map { .step($0) } : nil
    case .session, .script: break
    }
    if let name = snippet.image { return .named(name) }
    if let index = needs.first(where: isBuild) ?? (snippet.needs.isEmpty ? buildAbove(number) : nil) {
      return .step(index)
    }
    if snippet.needs.isEmpty || !isBroken {
      report(RunRules.noImage, "No image to run this in: no Dockerfile above it is run", in: snippet)
    }
    isBroken = true
    return nil
  }

  private func isBuild(_ number: Int) -> Bool {
    if case .build = snippets[runnable[number]].kind { true } else { false }
  }

  private func buildAbove(_ number: Int) -> Int? {
    (0..<number).last(where: isBuild)
  }

  /// The snippets that build the images that commands name.
  private func imagesNamed(in calls: [EngineCall], _ number: Int) -> [Int] {
    calls.compactMap { call in
      guard case .run(let run) = call, let index = named[run.image], index != number, isBuild(index) else { return nil }
      return index
    }
  }

  // MARK: Findings

  /// - Returns: False: such a step cannot be run.
  private mutating func reportUnknown(_ name: String, in snippet: PageSnippet) -> Bool {
    let isThere = snippets.contains { $0.name == name }
    let nearest = Suggestion.nearest(to: name, among: named.keys.sorted()).map { ", did you mean '\($0)'?" } ?? ""
    let why = isThere ? "is not run: its fence does not say 'run'" : "is not on this page\(nearest)"
    report(RunRules.unknownSnippet, "Snippet '\(name)' \(why)", in: snippet)
    return false
  }

  private mutating func checkMounts(_ snippet: PageSnippet) -> Bool {
    var isFine = true
    for value in snippet.values("mount") {
      let name = String(value.prefix { $0 != ":" })
      let path = value.dropFirst(name.count + 1)
      if !mounts.contains(name) {
        let nearest = Suggestion.nearest(to: name, among: mounts).map { ", did you mean '\($0)'?" } ?? ""
        report(RunRules.unknownMount, "Mount '\(name)' is not named in site.yaml\(nearest)", in: snippet)
        isFine = false
      } else if !path.hasPrefix("/") {
        report(
          RunRules.unknownMount, "Mount '\(name)' has no path to appear at, as in 'mount=\(name):/data'", in: snippet)
        isFine = false
      }
    }
    return isFine
  }

  private func place(_ snippet: PageSnippet, _ range: SourceRange? = nil) -> Place {
    snippet.content.place(range ?? snippet.firstLine)
  }

  private mutating func report(
    _ rule: Rule, _ message: String, in snippet: PageSnippet, _ notes: [Remark] = [], at range: SourceRange? = nil
  ) {
    let found = Diagnostic(rule, message, at: place(snippet, range), notes: notes)
    diagnostics.append(found.inside(Snippet(name: snippet.name, language: snippet.language, page: page)))
  }

  // MARK: Order

  /// The steps, each behind those that it needs, else as they stand on the page. Those that need themselves are found.
  mutating func orderedSteps() -> [RunPlan.Step] {
    var order: [Int] = []
    var places = [Int?](repeating: nil, count: steps.count)
    var isOpen = [Bool](repeating: false, count: steps.count)
    for first in steps.indices where places[first] == nil {
      var way = [(number: first, next: 0)]
      isOpen[first] = true
      while let (number, next) = way.last {
        guard next < steps[number].needs.count else {
          places[number] = order.count
          order.append(number)
          isOpen[number] = false
          way.removeLast()
          continue
        }
        way[way.count - 1].next += 1
        let need = steps[number].needs[next]
        if isOpen[need] {
          reportCircle(way.map(\.number).drop { $0 != need })
        } else if places[need] == nil {
          isOpen[need] = true
          way.append((need, 0))
        }
      }
    }
    var fingerprints = StepFingerprints(snippets)
    var ordered: [RunPlan.Step] = []
    for number in order {
      var step = renumbered(steps[number], number, places)
      step.hash = fingerprints.hash(of: step, after: ordered)
      ordered.append(step)
    }
    return ordered
  }

  private func renumbered(_ step: RunPlan.Step, _ number: Int, _ places: [Int?]) -> RunPlan.Step {
    // A step on a circle needs one that comes later; it is not run anyway.
    let own = places[number] ?? 0
    let place = { (need: Int) in places[need].flatMap { $0 < own ? $0 : nil } }
    var image = step.image
    if case .step(let need) = image { image = place(need).map { .step($0) } }
    return RunPlan.Step(
      id: step.id, snippet: step.snippet, place: step.place, work: step.work, image: image,
      needs: step.needs.compactMap(place),
      skipReason: isBroken[number] ? "it cannot be run as it is written" : step.skipReason)
  }

  private mutating func reportCircle(_ circle: ArraySlice<Int>) {
    guard let first = circle.first, !isBroken[first] else { return }
    for number in circle { isBroken[number] = true }
    let shown =
      circle.prefix(6).map { "'\(steps[$0].id)'" } + (circle.count > 6 ? ["…"] : []) + ["'\(steps[first].id)'"]
    report(
      RunRules.circularSnippets, "Snippet needs itself: \(shown.joined(separator: " needs "))", in: steps[first].snippet
    )
  }
}
