import Docker
import Source

/// What a builder does again when one step of a Dockerfile is changed.
///
/// A step is done again where the steps below it are, or what its words, its environment or its files come from. The
/// files of another stage count only if they have become others.
struct RebuildGraph {
  /// A step that can be changed.
  struct Node {
    /// The step; nothing for a FROM.
    let step: BuildStep?
    /// The index of its instruction.
    let instruction: Int
    /// The nodes that look at it.
    fileprivate(set) var users: [(node: Int, onlyFiles: Bool)] = []

    /// Whether doing it gives a layer.
    var makesLayer: Bool { step?.makesLayer ?? false }
  }

  /// What is done again.
  struct Rebuilt {
    /// The instructions that surely are.
    var surely: [Int] = []
    /// Those that are if files have become others.
    var perhaps: [Int] = []
  }

  /// More than this nobody reads.
  static let limit = 500

  private(set) var nodes: [Node] = []
  /// What a stage leaves to those that are built on it.
  private var ends: [Int: StageScope] = [:]

  /// The nodes that a step looks at, at some point of a stage.
  private struct StageScope {
    /// What the files so far come from.
    var files: [Int] = []
    /// What set each variable last.
    var variables: [[UInt8]: Int] = [:]
    /// All that set variables: each RUN sees all of them.
    var environment: Int?
    var user: Int?
    var shell: Int?
  }

  /// The graph of the stages that the target needs; nothing if that is a great many of steps.
  init?(_ plan: BuildPlan) {
    let needed = plan.stages.filter(\.isNeeded)
    guard needed.reduce(0, { $0 + plan.steps(of: $1).count }) <= Self.limit else { return nil }
    for stage in needed { add(stage, plan) }
  }

  /// What is done again when the step of a node is changed.
  func rebuilt(by node: Int) -> Rebuilt {
    let surely = reached(from: node, throughFiles: false)
    let all = reached(from: node, throughFiles: true)
    let layers = nodes.indices.filter { $0 != node && nodes[$0].makesLayer }
    return Rebuilt(
      surely: layers.filter { surely[$0] }.map { nodes[$0].instruction },
      perhaps: layers.filter { all[$0] && !surely[$0] }.map { nodes[$0].instruction })
  }

  private func reached(from start: Int, throughFiles: Bool) -> [Bool] {
    var isReached = [Bool](repeating: false, count: nodes.count)
    var pending = [start]
    while let next = pending.popLast() {
      for user in nodes[next].users where !isReached[user.node] && (throughFiles || !user.onlyFiles) {
        isReached[user.node] = true
        pending.append(user.node)
      }
    }
    return isReached
  }

  // MARK: Making it

  private mutating func add(_ stage: BuildStage, _ plan: BuildPlan) {
    var scope = StageScope()
    if case .stage(let base) = stage.base {
      scope = ends[base] ?? scope
    } else if let from = plan.file.instructions[stage.instructions].indices.first {
      scope.files = [append(nil, from)]
    }
    for step in plan.steps(of: stage) { add(step, plan, &scope) }
    ends[stage.index] = scope
  }

  private mutating func append(_ step: BuildStep?, _ instruction: Int) -> Int {
    nodes.append(Node(step: step, instruction: instruction))
    return nodes.count - 1
  }

  private mutating func link(_ used: Int?, to user: Int, onlyFiles: Bool = false) {
    if let used { nodes[used].users.append((user, onlyFiles)) }
  }

  private mutating func add(_ step: BuildStep, _ plan: BuildPlan, _ scope: inout StageScope) {
    let instruction = plan.instruction(of: step)
    let keyword = instruction.keyword
    let setsState = [.arg, .env, .user, .shell].contains(keyword)
    guard step.makesLayer || setsState else { return }
    let node = append(step, step.index)
    for word in step.words {
      for use in word.uses { link(scope.variables[Array(use.name)], to: node) }
    }
    if step.makesLayer { addLayer(node, instruction, plan, &scope) }
    switch keyword {
    case .arg, .env:
      let names = Self.names(in: instruction, plan.file)
      for name in names { scope.variables[name] = node }
      let all = append(nil, step.index)
      link(node, to: all)
      link(scope.environment, to: all)
      scope.environment = all
    case .user: scope.user = node
    case .shell: scope.shell = node
    default: break
    }
  }

  private mutating func addLayer(
    _ node: Int, _ instruction: Instruction, _ plan: BuildPlan, _ scope: inout StageScope
  ) {
    let isLinked = instruction.flag("link", in: plan.file) != nil && instruction.flag("chmod", in: plan.file) == nil
    if !isLinked { for file in scope.files { link(file, to: node) } }
    if instruction.keyword == .run {
      for used in [scope.environment, scope.user, scope.shell] { link(used, to: node) }
    } else if instruction.keyword == .workdir {
      link(scope.user, to: node)
    }
    if let step = nodes[node].step {
      for origin in [step.origin] + step.mounts.compactMap(\.origin) {
        guard case .stage(let other) = origin else { continue }
        for file in ends[other]?.files ?? [] { link(file, to: node, onlyFiles: true) }
      }
    }
    scope.files = isLinked ? scope.files + [node] : [node]
  }

  private static func names(in instruction: Instruction, _ file: Dockerfile) -> [[UInt8]] {
    guard case .pairs(let pairs) = instruction.arguments else { return [] }
    return pairs.map { Array(file[$0.name]) }
  }
}
