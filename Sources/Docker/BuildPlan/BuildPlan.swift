public import Source

/// What a builder would make of a Dockerfile: its stages, what each instruction means where it stands, and the image.
///
/// It is made of any file. Where the builder would stop, the plan says so and goes on as if the instruction were not
/// there.
///
/// Reference: BuildKit's package `dockerfile2llb`.
public struct BuildPlan: Sendable {
  /// The file.
  public let file: Dockerfile
  /// What was said beside it.
  public let options: BuildOptions
  /// The variables that a FROM may use: those of the platforms, and each ARG above the first FROM.
  public let globals: Environment
  /// The same where no build argument is given.
  public let defaults: Environment
  /// What became of each instruction, with the indices of `file.instructions`.
  public let steps: [BuildStep]
  /// The stages, with the indices of `file.stages`; an excerpt without FROM is one stage.
  public let stages: [BuildStage]
  /// The stage that is built, as an index of `stages`.
  public let target: Int?
  /// Where the build stops.
  public let problems: [Diagnostic]
  /// Where the build of a stage would stop that the target does not need.
  public let latentProblems: [Diagnostic]

  /// Plans the build of a file.
  public init(of file: Dockerfile, with options: BuildOptions = BuildOptions()) {
    var planner = Planner(file, options)
    self = planner.plan()
  }

  init(
    _ planner: Planner, problems: [Diagnostic], latentProblems: [Diagnostic]
  ) {
    file = planner.file
    options = planner.options
    globals = planner.globals
    defaults = planner.defaults
    steps = planner.steps
    stages = planner.stages
    target = planner.target
    self.problems = problems
    self.latentProblems = latentProblems
  }

  /// The instruction of a step; behind ONBUILD for one that a child runs.
  public func instruction(of step: BuildStep) -> Instruction {
    let instruction = file.instructions[step.index]
    if step.isTrigger, case .trigger(let trigger) = instruction.arguments { return trigger }
    return instruction
  }

  /// The steps of a stage in the order in which they are run, without its FROM: first the triggers of its base.
  public func steps(of stage: BuildStage) -> ArraySlice<BuildStep> {
    let own = file.instructions[stage.instructions].first?.keyword == .from ? 1 : 0
    let written = steps[stage.instructions].dropFirst(own)
    return stage.triggers.isEmpty ? written : (stage.triggers + written)[...]
  }

  /// What a stage starts from when its bases in the same file are gone through: an image, or nothing at all.
  public func root(of stage: BuildStage) -> BuildStage.Base {
    var base = stage.base
    while case .stage(let index) = base { base = stages[index].base }
    return base
  }
}
