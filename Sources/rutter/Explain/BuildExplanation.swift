import Docker
import Source

/// What becomes of a Dockerfile: what is told of it, for people and for programs.
struct BuildExplanation {
  let plan: BuildPlan
  /// What `docker run` is given.
  let run: RunArguments
  /// What is taken from the cache of an older build, if there is one.
  let cache: LayerCache?

  /// The end of a `docker run` line, as far as it decides what is run.
  struct RunArguments {
    /// What `--entrypoint` says.
    var entrypoint: String?
    /// What stands behind the image's name.
    var words: [String] = []
  }

  /// What a container runs.
  enum Boot {
    case command(BootCommand)
    /// It depends on an image that is not at hand.
    case unknown
    case error(String)
  }

  /// A file's explanation; `old` is an older edition of it.
  init(_ source: SourceText, after old: SourceText?, _ options: BuildOptions, run: RunArguments) {
    let plan = BuildPlan(of: Dockerfile(parsing: source), with: options)
    cache = old.map { old in
      let context = BuildContext(of: source.path, insteadOf: old.path)
      let oldContext = BuildContext(of: old.path, insteadOf: source.path)
      return LayerCache(
        of: plan, in: context.contents, after: BuildPlan(of: Dockerfile(parsing: old), with: options),
        in: oldContext.contents)
    }
    self.plan = plan
    self.run = run
  }

  /// Where the build stops first.
  var error: Diagnostic? {
    let refusals = [Refusal.syntax.id, Refusal.instruction.id]
    let unread = DockerfileRules.check(plan.file.source).filter { refusals.contains($0.rule.id) }
    return Report(unread + plan.problems).diagnostics.first
  }

  /// What a container runs that is made of the image.
  var boot: Boot {
    guard let image = plan.image, let target = plan.target else { return .error("No image") }
    let bytes = { (text: String) in Array(text.utf8)[...] }
    do throws(BootCommand.Failure) {
      let command = try BootCommand(
        of: image, arguments: run.words.map(bytes), entrypoint: run.entrypoint.map(bytes))
      return .command(command)
    } catch {
      let isOpen = if case .image = plan.root(of: plan.stages[target]) { run.entrypoint == nil } else { false }
      return isOpen ? .unknown : .error(error.message)
    }
  }

  /// What a stage starts from.
  func base(of stage: BuildStage) -> String {
    switch stage.base {
    case .stage(let index): plan.stages[index].title
    case .image(let image): image.text
    case .scratch: "scratch"
    case .unknown: "?"
    }
  }

  /// The line in which a step's instruction stands.
  func line(of step: BuildStep, in lines: LineTable) -> Int {
    line(of: plan.file.instructions[step.index], in: lines)
  }

  /// The line in which an instruction stands.
  func line(of instruction: Instruction, in lines: LineTable) -> Int {
    lines.position(plan.file.text.rangeInFile(instruction.range).start).line
  }

  /// An instruction in one line, without the texts below it.
  func text(of instruction: Instruction) -> String {
    let bytes = plan.file[instruction.range]
    return bytes[..<(bytes.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex)].trimmed.string
  }
}

extension ImageReference {
  /// It as it is written.
  fileprivate var text: String {
    (registry.map { "\($0.string)/" } ?? "") + repository.string + (tag.map { ":\($0.string)" } ?? "")
      + (digest.map { "@\($0.string)" } ?? "")
  }
}
