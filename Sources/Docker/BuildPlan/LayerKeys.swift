import Source

/// Gives each step of a build a number that stands for all that makes it up.
struct LayerKeys {
  struct Layer {
    let stage: Int
    let index: Int
    let label: String
    let isLink: Bool
    let key: UInt64
  }

  /// A stage at a point of its build.
  struct Chain {
    /// The stage that it is built on.
    let base: Int?
    /// What stands for the image at its bottom.
    let start: UInt64
    /// What made it up, step by step.
    var key: UInt64
    /// What files it has, as far as can be told: other steps may make the same files.
    var content: UInt64
    /// What its own steps did.
    var changes: [Change] = []
  }

  /// What a step did to the files of its stage.
  struct Change {
    /// Where it put something; nothing where it may have changed anything.
    let path: Bytes?
    let content: UInt64
  }

  let plan: BuildPlan
  let contents: LayerCache.Contents
  private var layers: [Layer] = []
  private(set) var chains: [Chain] = []
  /// The number of the last step in its stage, and how many there are.
  private var number = 0
  private var total = 0

  init(_ plan: BuildPlan, _ contents: @escaping LayerCache.Contents) {
    self.plan = plan
    self.contents = contents
  }

  /// The steps of all stages that the target needs.
  mutating func read() -> [Layer] {
    for stage in plan.stages {
      guard stage.isNeeded else {
        chains.append(Chain(base: nil, start: 0, key: 0, content: 0))
        continue
      }
      let steps = plan.steps(of: stage)
      number = 0
      total = steps.count { isCounted($0) }
      var chain = start(of: stage)
      for step in steps { read(step, in: stage, &chain) }
      chains.append(chain)
    }
    return layers
  }

  private func isCounted(_ step: BuildStep) -> Bool {
    step.makesLayer || plan.instruction(of: step).keyword == .workdir
  }

  private mutating func start(of stage: BuildStage) -> Chain {
    var mark = Fingerprint("base")
    switch stage.base {
    case .stage(let base): return Chain(base: base, start: 0, key: chains[base].key, content: chains[base].content)
    case .scratch: mark.add(Bytes("scratch"))
    case .unknown: mark.add(UInt64(stage.index))
    case .image(let image):
      mark.add(image.normalized[...])
      mark.add((stage.platform ?? plan.options.platform).normalized.text[...])
      total += 1
      add(mark.value, for: stage.instructions.lowerBound, in: stage)
    }
    return Chain(base: nil, start: mark.value, key: mark.value, content: mark.value)
  }

  private mutating func add(_ key: UInt64, for index: Int, in stage: BuildStage, isLink: Bool = false) {
    if !isLink { number += 1 }
    let name = plan.stages.count > 1 ? stage.title + " " : ""
    layers.append(
      Layer(stage: stage.index, index: index, label: "\(name)\(number)/\(total)", isLink: isLink, key: key))
  }

  private mutating func read(_ step: BuildStep, in stage: BuildStage, _ chain: inout Chain) {
    guard step.makesLayer else { return }
    let instruction = plan.instruction(of: step)
    let change: Change
    switch instruction.keyword {
    case .run:
      change = run(instruction, step, &chain)
    case .copy, .add:
      let copied = copy(instruction, step)
      change = Change(path: copied.target, content: copied.key)
      if copied.isLinked {
        add(copied.key, for: step.index, in: stage)
        chain.key = follow(chain.key, by: copied.key, "merge")
        add(chain.key, for: step.index, in: stage, isLink: true)
        keep(change, in: &chain)
        return
      }
      chain.key = follow(chain.key, by: copied.key, "copy")
    default:
      change = directory(step, &chain)
    }
    keep(change, in: &chain)
    add(chain.key, for: step.index, in: stage)
  }

  private func keep(_ change: Change, in chain: inout Chain) {
    chain.content = follow(chain.content, by: change.content, "content")
    chain.changes.append(change)
  }

  private func follow(_ key: UInt64, by next: UInt64, _ kind: StaticString) -> UInt64 {
    var mark = Fingerprint(kind)
    mark.add(key)
    mark.add(next)
    return mark.value
  }

  private func directory(_ step: BuildStep, _ chain: inout Chain) -> Change {
    // The step knows what was before it; its directory is what the word makes of that.
    let path = step.words.first?.value ?? []
    let made = try? WorkingDirectory.path(path, from: step.state.directory, isWindows: step.state.isWindows)
    var mark = Fingerprint("directory")
    mark.add(made ?? path)
    mark.add(step.state.user)
    chain.key = follow(chain.key, by: mark.value, "make")
    return Change(path: made, content: mark.value)
  }

  private func run(_ instruction: Instruction, _ step: BuildStep, _ chain: inout Chain) -> Change {
    var surroundings = Fingerprint("run")
    for variable in step.state.environment.variables {
      guard let value = variable.value else { continue }
      surroundings.add(variable.name)
      surroundings.add(value)
    }
    surroundings.add(step.state.directory)
    surroundings.add(step.state.user)
    surroundings.add(step.state.platform.normalized.text[...])
    surroundings.add(mode(of: instruction, "network", usual: "default"))
    surroundings.add(mode(of: instruction, "security", usual: "sandbox"))
    for (mount, origin) in step.mounts { add(mount, origin, step, to: &surroundings) }
    var (asWritten, asMeant) = (surroundings, surroundings)
    let script = RunProcess(instruction, step, plan.file)
    asWritten.add(script.words)
    asMeant.add(script.words.map { script.isForShell ? RunProcess.withoutNeedlessBlanks($0) : $0 })
    chain.key = follow(chain.key, by: asWritten.value, "step")
    return Change(path: nil, content: follow(chain.content, by: asMeant.value, "made"))
  }

  private func mode(of instruction: Instruction, _ flag: StaticString, usual: StaticString) -> Bytes {
    let value = instruction.flag(flag, in: plan.file)?.value.map { plan.file[$0] } ?? []
    return value.isEmpty ? Bytes(usual) : value
  }

  private func add(_ mount: Mount, _ origin: BuildStep.Origin?, _ step: BuildStep, to mark: inout Fingerprint) {
    let isAbsolute = mount.target.first == UInt8(ascii: "/")
    let target = WorkingDirectory.joined(isAbsolute ? [] : step.state.directory, mount.target)
    mark.add(Bytes(mount.kind.name))
    mark.add(target)
    mark.add(mount.id.isEmpty ? target : mount.id)
    mark.add(mount.isReadOnly)
    mark.add(mount.isRequired)
    mark.add(mount.environment ?? [])
    switch mount.sharing {
    case .shared, nil: mark.add(UInt64(0))
    case .private: mark.add(UInt64(1))
    case .locked: mark.add(UInt64(2))
    }
    for number in [mount.mode, mount.user, mount.group] { mark.add(UInt64(number.map { $0 &+ 1 } ?? 0)) }
    if let origin { mark.add(content(of: mount.source, in: origin, without: [])) }
  }
}
