import Docker
import Source

extension BuildExplanation {
  /// What is told to people.
  func text(_ style: TextStyle) -> String {
    let text = BuildText(explanation: self, style: style)
    return text.write()
  }
}

/// Writes what becomes of a Dockerfile, for people.
private struct BuildText {
  let explanation: BuildExplanation
  let style: TextStyle
  private let lines: LineTable
  private var plan: BuildPlan { explanation.plan }

  init(explanation: BuildExplanation, style: TextStyle) {
    self.explanation = explanation
    self.style = style
    lines = LineTable(explanation.plan.file.source.bytes)
  }

  func write() -> String {
    let parts = [stages, arguments, image, boot, rebuilds, cache].filter { !$0.isEmpty }
    return headline + parts.map { "\n" + $0 }.joined()
  }

  private var headline: String {
    let path = plan.file.source.path
    guard let target = plan.target else { return "\(style.bold(path)) builds nothing\n" }
    let platform = plan.options.platform.name
    let (title, count) = (plan.stages[target].title, plan.stages.count)
    let stages = count == 1 ? "its only stage" : "\(title), of \(count) stages"
    return "\(style.bold(path)) builds \(stages), for \(platform)\n"
  }

  // MARK: Stages

  private var stages: String {
    plan.stages.map { stage in
      let takes = Set(stage.needs.map { $0.stage }).sorted().map { plan.stages[$0].title }
      let needs = takes.isEmpty ? "" : ", takes files from \(takes.joined(separator: ", "))"
      let unused = stage.isNeeded ? "" : style.faint(", not built")
      let platform = stage.platform.map { " for \($0.name)" } ?? ""
      return style.bold(stage.title) + " from \(explanation.base(of: stage))\(platform)\(needs)\(unused)\n"
        + steps(stage)
    }
    .joined(separator: "\n")
  }

  private func steps(_ stage: BuildStage) -> String {
    var layer = 0
    return plan.steps(of: stage).map { step in
      if step.makesLayer { layer += 1 }
      let number = String(explanation.line(of: step, in: lines)).aligned(to: 6)
      let mark = step.makesLayer ? "layer \(layer)".padded(to: 10) : String(repeating: " ", count: 10)
      let origin = step.isTrigger ? style.faint("  (an ONBUILD of its base)") : ""
      return "\(number)  \(style.faint(mark))\(explanation.text(of: plan.instruction(of: step)).excerpt(96))\(origin)\n"
    }
    .joined()
  }

  // MARK: Variables

  /// The values of ARGs: for FROM, and at the end of each stage.
  private var arguments: String {
    let stages = plan.stages.filter(\.isNeeded)
    let all = rows(of: plan.globals, "for FROM") + stages.flatMap { rows(of: $0.end.environment, "in \($0.title)") }
    return all.isEmpty ? "" : style.bold("Build arguments") + "\n" + table(all)
  }

  private func rows(of environment: Environment, _ scope: String) -> [(String, String)] {
    environment.variables.filter(\.isDeclared).map { variable in
      let value = variable.value.map { "=\($0.string.excerpt(56))" } ?? " has no value"
      return ("  \(variable.name.string)\(value)", scope)
    }
  }

  // MARK: Image

  private var image: String {
    guard let image = plan.image else { return "" }
    let rows = image.summary
    guard !rows.isEmpty else { return "" }
    return style.bold("The image says") + "\n" + rows.map { "  \($0.name.padded(to: 14))\($0.value)\n" }.joined()
  }

  // MARK: Boot command

  private var boot: String {
    guard plan.target != nil else { return "" }
    let heading = style.bold("A container runs") + "\n"
    switch explanation.boot {
    case .command(let command): return heading + "  \(words(of: command))\n"
    case .unknown: return heading + "  what the image it starts from says\n"
    case .error(let message): return heading + "  nothing: \(message)\n"
    }
  }

  private func words(of command: BootCommand) -> String {
    let words = command.words.map(\.string.quotedForShell)
    let line = words.joined(separator: " ")
    guard command.ignoredCount > 0 else { return line }
    let ignored = words.suffix(command.ignoredCount).joined(separator: " ")
    return line + style.faint("  (the shell passes over \(ignored))")
  }

  // MARK: What is cached

  private var cache: String {
    guard let cache = explanation.cache else { return "" }
    let rows = cache.steps.filter { !$0.isLink }.map { step in
      let instruction = plan.file.instructions[step.index]
      let number = String(explanation.line(of: instruction, in: lines)).aligned(to: 6)
      let text = explanation.text(of: instruction).excerpt(48)
      return ("\(number)  \(text)", step.isCached ? "cached" : "built again")
    }
    return style.bold("After the older build") + "\n" + table(rows)
  }

  // MARK: What is built again

  private var rebuilds: String {
    guard let graph = RebuildGraph(plan) else { return "" }
    let rows = graph.nodes.indices.compactMap { node -> (String, String)? in
      guard let step = graph.nodes[node].step else { return firstRow(node, graph) }
      let number = String(explanation.line(of: step, in: lines)).aligned(to: 6)
      return (
        "\(number)  \(explanation.text(of: plan.instruction(of: step)).excerpt(48))", text(of: graph.rebuilt(by: node))
      )
    }
    guard !rows.isEmpty else { return "" }
    return style.bold("When a line changes, these lines are built again") + "\n" + table(rows)
  }

  /// The row of a FROM.
  private func firstRow(_ node: Int, _ graph: RebuildGraph) -> (String, String)? {
    let instruction = plan.file.instructions[graph.nodes[node].instruction]
    guard instruction.keyword == .from else { return nil }
    let line = explanation.line(of: instruction, in: lines)
    let text = explanation.text(of: instruction).excerpt(48)
    return ("\(String(line).aligned(to: 6))  \(text)", self.text(of: graph.rebuilt(by: node)))
  }

  private func text(of rebuilt: RebuildGraph.Rebuilt) -> String {
    let surely = numbers(rebuilt.surely)
    let perhaps = rebuilt.perhaps.isEmpty ? "" : "\(numbers(rebuilt.perhaps)) if files differ"
    let parts = [surely, perhaps].filter { !$0.isEmpty }
    return parts.isEmpty ? style.faint("nothing else") : parts.joined(separator: "; ")
  }

  /// The lines of some instructions: `4, 5, 9`.
  private func numbers(_ instructions: [Int]) -> String {
    instructions.map { String(explanation.line(of: plan.file.instructions[$0], in: lines)) }.joined(separator: ", ")
  }

  /// Two columns.
  private func table(_ rows: [(String, String)]) -> String {
    let width = (rows.map(\.0.count).max() ?? 0) + 2
    return rows.map { "\($0.0.padded(to: width))\(style.faint($0.1))\n" }.joined()
  }
}
