import Docker
import Source

/// Whatever is planned, each instruction has its step, what is said stands in the file, and a build that is done again
/// is cached.
func buildPlanIsTotal(_ bytes: [UInt8]) {
  let source = SourceText(path: "Dockerfile", bytes: bytes)
  var options = BuildOptions()
  options.isFragment = bytes.count % 2 == 0
  options.arguments = [BuildArgument(Array("A".utf8)[...], bytes.prefix(8))]
  let file = Dockerfile(parsing: source, isFragment: options.isFragment)
  let plan = BuildPlan(of: file, with: options)
  hold(plan.steps.count == file.instructions.count, "\(plan.steps.count) steps of \(file.instructions.count)")
  let whole = SourceRange(0, bytes.count)
  for problem in plan.problems + plan.latentProblems {
    hold(whole.holds(problem.place.range), "\(problem.message) at \(problem.place.range.words)")
  }
  let text = SourceRange(0, file.text.bytes.count)
  for (index, step) in plan.steps.enumerated() {
    hold(step.index == index, "a step \(step.index) at \(index)")
    for use in step.words.flatMap({ $0.uses }) { hold(text.holds(use.range), "a variable at \(use.range.words)") }
  }
  for stage in plan.stages {
    if case .stage(let base) = stage.base { hold(base < stage.index, "stage \(stage.index) is built on \(base)") }
    hold(stage.needs.allSatisfy { $0.stage < plan.stages.count }, "stage \(stage.index) needs what is not there")
    _ = plan.steps(of: stage).map { plan.instruction(of: $0) }
  }
  if let image = plan.image { _ = try? BootCommand(of: image) }
  let contents: LayerCache.Contents = { path, _ in ContentHash(Array(path)) }
  let cache = LayerCache(of: plan, in: contents, after: plan, in: contents)
  hold(cache.steps.allSatisfy { $0.isCached }, "a step is not cached after itself")
}
