import Docker
import Source

/// What is the same for all pages of a run.
package struct RunSettings: Sendable {
  /// What snippets may do, where their fences say nothing.
  package var sandbox = Sandbox()
  /// The folders of this machine that fences may name.
  package var mounts: [(name: String, path: String)] = []
  /// What the engine calls the images that were given.
  package var bases = ImageNames()
  /// Whether images that are missing are fetched.
  package var pulls = false
  /// A word that no other run has: what is made is named by it.
  package var id = "run"
  /// A folder for what is made, which is not there yet.
  package var folder = "/tmp/rutter"

  /// What is usual.
  package init() {}
}

/// Runs the snippets of a page, one after the other.
package struct PageRun {
  let plan: RunPlan
  let settings: RunSettings
  let engine: Engine
  let host: EngineHost
  /// What the page's images, containers and volumes are named by.
  let prefix: String
  /// Where the page's files are.
  let folder: String
  /// What the engine calls images.
  var images: ImageNames
  /// What is known of images, by what the engine calls them; nothing for those that are not there.
  var facts: [String: ImageFacts?] = [:]
  /// The containers, volumes and ports of the page's commands.
  var things = PageThings()
  /// Whether somebody ended the run.
  package private(set) var isInterrupted = false
  private var results: [StepResult] = []

  /// Runs what `plan` says.
  ///
  /// - Parameter number: The page's number among those of the run.
  package init(_ plan: RunPlan, number: Int, _ settings: RunSettings, on engine: Engine, host: EngineHost) {
    self.plan = plan
    self.settings = settings
    self.engine = engine
    self.host = host
    prefix = "rutter-\(settings.id)-\(number)"
    folder = "\(settings.folder)/\(number)"
    images = settings.bases
  }

  /// Runs the steps with these ids and those that they need; all where there are none.
  package mutating func run(only ids: Set<String> = []) -> [StepResult] {
    let wanted = steps(wanting: ids)
    var verdicts = [StepResult.Verdict?](repeating: nil, count: plan.steps.count)
    for index in plan.steps.indices where wanted[index] {
      var result = StepResult(plan.steps[index], of: plan)
      if let reason = reason(toSkip: plan.steps[index], verdicts) {
        result.verdict = .skipped(reason)
      } else {
        run(plan.steps[index], index, &result)
      }
      verdicts[index] = result.verdict
      results.append(result)
    }
    return results
  }

  private func steps(wanting ids: Set<String>) -> [Bool] {
    var wanted = plan.steps.map { ids.isEmpty || ids.contains($0.id) }
    for index in plan.steps.indices.reversed() where wanted[index] {
      for need in plan.steps[index].needs { wanted[need] = true }
    }
    return wanted
  }

  private func reason(toSkip step: RunPlan.Step, _ verdicts: [StepResult.Verdict?]) -> String? {
    if isInterrupted { return "the run was ended" }
    if let reason = step.skipReason { return reason }
    let missing = step.needs.first { verdicts[$0] != .passed }
    return missing.map { "it needs '\(plan.steps[$0].id)'" }
  }

  private mutating func run(_ step: RunPlan.Step, _ index: Int, _ result: inout StepResult) {
    let sandbox = settings.sandbox.narrowed(to: step.snippet, mounts: settings.mounts)
    var work = StepWork(step, plan.place(step), sandbox)
    switch step.work {
    case .build: build(index, &work)
    case .session(let transcript): play(transcript, &work)
    case .engine(let transcript, let calls): carryOut(calls, transcript, &work)
    case .script(let shell): runScript(shell, &work)
    }
    result.diagnostics = work.diagnostics
    result.printed = work.printed
    result.seconds = work.seconds
    result.image = work.image
    result.updates = work.updates
    result.difference = work.difference
    if let reason = work.skipReason {
      result.verdict = .skipped(reason)
    } else {
      result.verdict = work.diagnostics.contains { $0.rule.severity == .error } ? .failed : .passed
    }
  }

  /// Starts a program for a step.
  mutating func start(_ command: EngineCommand, for work: inout StepWork) -> EngineOutcome {
    let outcome = host.run(command)
    work.seconds += outcome.seconds
    if outcome.ending == .interrupted { isInterrupted = true }
    return outcome
  }

  /// Starts a build, and again where it did not fail by itself: another page has removed a layer that the engine had
  /// just found in its cache.
  private mutating func start(_ build: ImageBuild, for work: inout StepWork) -> EngineOutcome {
    let command = engine.build(build, in: work.sandbox)
    var outcome = start(command, for: &work)
    for _ in 0..<3 where !outcome.isFine && BuildOutput(outcome.output).hasLostLayer {
      outcome = start(command, for: &work)
    }
    return outcome
  }

  // MARK: Images

  /// What the engine calls the image that a step built.
  func imageName(of index: Int) -> String {
    "localhost/\(prefix)/\(index + 1)-\(Self.sanitized(plan.steps[index].id))"
  }

  /// A name as images, containers and volumes may have it.
  static func sanitized(_ name: String) -> String {
    let bytes = name.utf8.map { $0.lowercased }.map { $0.isDigit || $0.isLetter ? $0 : UInt8(ascii: "-") }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What is known of an image; nothing where it is not at hand. It is fetched where that is wanted.
  mutating func facts(of image: String, for work: inout StepWork) -> ImageFacts? {
    if let known = facts[image] { return known }
    guard let command = engine.inspect(image) else { return ImageFacts([]) }
    var outcome = start(command, for: &work)
    if !outcome.isFine, settings.pulls, !image.hasPrefix("localhost/"), let pull = engine.pull(image) {
      _ = start(pull, for: &work)
      outcome = start(command, for: &work)
    }
    let found = outcome.isFine ? ImageFacts(outcome.output) : nil
    facts[image] = .some(found)
    return found
  }

  // MARK: Builds

  private mutating func build(_ index: Int, _ work: inout StepWork) {
    let snippet = work.step.snippet
    let order = BuildOrder(
      code: snippet.content.bytes, arguments: snippet.values("build-arg"), target: snippet["target"],
      image: imageName(of: index), name: work.step.id, files: plan.files(beside: work.step))
    guard let outcome = build(order, &work) else { return }
    work.judgeBuild(outcome)
    guard outcome.isFine else { return }
    if work.diagnostics.isEmpty { work.image = facts(of: order.image, for: &work) }
  }

  /// What is built.
  struct BuildOrder {
    let code: [UInt8]
    let arguments: [String]
    let target: String?
    let image: String
    /// What the page calls it.
    let name: String
    let files: [ContextFile]
  }

  /// Builds an image; nothing where it does not come to that.
  mutating func build(_ order: BuildOrder, _ work: inout StepWork) -> EngineOutcome? {
    let file = BuildFile(
      order.code, arguments: order.arguments, target: order.target, names: images, hasHeredocs: engine.hasHeredocs)
    for base in file.bases where facts(of: base, for: &work) == nil {
      work.report(RunRules.missingBase, "Image '\(base)' is not at hand")
    }
    guard work.diagnostics.isEmpty, !isInterrupted else { return nil }
    let context = "\(folder)/\(things.nextNumber())"
    var files = order.files + file.files
    if let ignored = files.firstIndex(where: { $0.path == ".dockerignore" }), !file.files.isEmpty {
      let lines = files[ignored].bytes + Array("\n!\(BuildFile.heredocFolder)\n".utf8)
      files[ignored] = ContextFile(path: ".dockerignore", bytes: lines)
    }
    let dockerfile = ContextFile(path: "Dockerfile", bytes: file.bytes)
    if let problem = host.write(context + "/files", files) ?? host.write(context + "/dockerfile", [dockerfile]) {
      work.report(RunRules.engineFailure, problem)
      return nil
    }
    var build = ImageBuild(
      name: order.image, context: context + "/files", dockerfile: context + "/dockerfile/Dockerfile")
    build.arguments = order.arguments
    build.target = order.target
    build.layouts = file.bases.compactMap { name in things.layouts[name].map { (name, $0) } }
    let outcome = start(build, for: &work)
    if engine.kind == .docker, !engine.hasBuildKit { things.layers += BuildOutput(outcome.output).newLayers }
    if outcome.isFine {
      images.set(order.name, to: order.image)
      things.layouts[order.image] = Engine.layout(of: order.image, beside: build.context)
      facts[order.image] = nil
    }
    let output = BuildOutput.withoutNoise(plain(outcome.output))
    return EngineOutcome(outcome.ending, output: output, seconds: outcome.seconds)
  }
}
