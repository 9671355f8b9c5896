import Source

/// Goes through a stage, instruction by instruction.
extension Planner {
  mutating func runStage(_ index: Int) {
    current = index
    hidden = []
    var state = start(of: index)
    if case .stage(let base) = stages[index].base { runTriggers(of: base, in: index, &state) }
    let instructions = stages[index].instructions
    let own = instructions.first.map { file.instructions[$0].keyword == .from } == true ? 1 : 0
    for number in instructions.dropFirst(own) {
      var step = BuildStep(index: number, stage: index, isTrigger: false, state: state)
      run(file.instructions[number], &step, &state)
      steps[number] = step
    }
    for name in hidden {
      guard let value = state.environment[name]?.kept else { continue }
      state.environment.set(name, to: value, by: .environment)
    }
    stages[index].end = state
    current = nil
  }

  private mutating func start(of index: Int) -> StageState {
    let stage = stages[index]
    if case .stage(let base) = stage.base {
      return stages[base].end.inherited()
    }
    var state = blank
    state.platform = options.platform
    if case .scratch = stage.base {
      state.directory = state.isWindows ? Bytes("\\") : Bytes("/")
    } else if let platform = stage.platform {
      state.platform = platform
    }
    state.setDefaultPath()
    return state
  }

  /// Runs what the base keeps for stages that are built on it. It does so once: their own children do not.
  private mutating func runTriggers(of base: Int, in index: Int, _ state: inout StageState) {
    for number in stages[base].onBuild {
      guard case .trigger(let trigger) = file.instructions[number].arguments else { continue }
      guard charge(256, at: trigger.range) else { return }
      guard trigger.keyword != nil else {
        let name = file[trigger.keywordRange].excerpt
        let from = file.instructions[stages[index].instructions.lowerBound].range
        report(
          "Instruction '\(name)' is none, and a stage built on this one runs it", at: trigger.keywordRange,
          notes: [Remark("It runs it here", at: file.text.place(from))])
        continue
      }
      var step = BuildStep(index: number, stage: index, isTrigger: true, state: state)
      run(trigger, &step, &state)
      stages[index].triggers.append(step)
    }
  }

  private mutating func run(_ instruction: Instruction, _ step: inout BuildStep, _ state: inout StageState) {
    switch instruction.keyword {
    case .run: runCommand(instruction, &step, state)
    case .copy, .add: runCopy(instruction, &step, state)
    case .arg: runArguments(instruction, &step, &state)
    case .env, .label: runPairs(instruction, &step, &state)
    case .workdir: runDirectory(instruction, &step, &state)
    case .user, .stopsignal: runValue(instruction, &step, &state)
    case .volume, .expose: runWords(instruction, &step, &state)
    case .cmd, .entrypoint, .shell: runDefault(instruction, &state)
    case .healthcheck: state.healthCheck = healthCheck(instruction) ?? state.healthCheck
    case .from, .maintainer, .onbuild, nil: break
    }
  }
}

/// The instructions that change what the image says.
extension Planner {
  /// ARG: each sees the ones before it.
  private mutating func runArguments(_ instruction: Instruction, _ step: inout BuildStep, _ state: inout StageState) {
    guard case .pairs(let pairs) = instruction.arguments else { return }
    for pair in pairs {
      let name = file[pair.name]
      var value = arguments[name]
      if value == nil, let written = pair.value {
        guard let word = expand(written, in: state.environment) else { continue }
        step.words.append(word)
        value = word.value
      }
      value = value ?? (pair.value == nil ? globals[name]?.value : nil)
      guard let value, name != "BUILDKIT_SBOM_SCAN_CONTEXT", name != "BUILDKIT_SBOM_SCAN_STAGE" else {
        state.environment.declare(name)
        continue
      }
      if state.environment[name]?.kept != nil { hidden.append(name) }
      state.environment.set(name, to: value, by: .argument)
    }
  }

  /// ENV and LABEL: all words see the variables from before the instruction.
  private mutating func runPairs(_ instruction: Instruction, _ step: inout BuildStep, _ state: inout StageState) {
    guard case .pairs(let pairs) = instruction.arguments else { return }
    for pair in pairs {
      guard let name = expand(pair.name, in: step.state.environment),
        let value = expand(pair.value ?? Word(SourceRange(at: pair.range.end)), in: step.state.environment)
      else { continue }
      step.words += [name, value]
      if instruction.keyword == .env {
        state.environment.set(name.value, to: value.value, by: .environment)
      } else {
        state.labels.set(name.value, to: value.value)
      }
    }
  }

  private mutating func runDirectory(_ instruction: Instruction, _ step: inout BuildStep, _ state: inout StageState) {
    guard case .value(let word) = instruction.arguments, let path = expand(word, in: state.environment) else { return }
    step.words.append(path)
    do throws(ValueFault) {
      state.directory = try WorkingDirectory.path(path.value, from: state.directory, isWindows: state.isWindows)
      step.makesLayer = state.directory != "/" && state.directory != "\\"
    } catch {
      report(error, in: path)
    }
  }

  private mutating func runValue(_ instruction: Instruction, _ step: inout BuildStep, _ state: inout StageState) {
    guard case .value(let word) = instruction.arguments, let value = expand(word, in: state.environment) else { return }
    step.words.append(value)
    guard instruction.keyword == .stopsignal else {
      state.user = value.value
      return
    }
    do throws(ValueFault) {
      _ = try StopSignal(value.value)
      state.stopSignal = value.value
    } catch {
      report(error, in: value)
    }
  }

  private mutating func runWords(_ instruction: Instruction, _ step: inout BuildStep, _ state: inout StageState) {
    guard case .words(let words, _) = instruction.arguments else { return }
    for word in words {
      let form: Expander.Form = instruction.keyword == .expose ? .words : .word
      // A quote that is open in one word is likely closed in the next: one finding is enough.
      guard let expanded = expand(word, as: form, in: state.environment) else { return }
      step.words.append(expanded)
      if instruction.keyword == .expose {
        for part in expanded.parts { expose(part, expanded, &state) }
      } else if expanded.value.isEmpty {
        // One that is written empty is refused with the instruction.
        guard !file[word].isEmpty || step.isTrigger else { continue }
        report("Volume '\(file[word].excerpt)' is an empty path", at: word.range)
      } else {
        state.volumes.set(expanded.value, to: true)
      }
    }
  }

  private mutating func expose(_ port: Bytes, _ word: ExpandedWord, _ state: inout StageState) {
    // A part has bytes of its own even where nothing was replaced.
    let written = port.elementsEqual(file[word.word]) ? file[word.word] : port
    do throws(ValueFault) {
      state.ports.set(port, to: try PortSpec(written))
    } catch {
      report(error, in: written, at: word.word)
    }
  }

  private func runDefault(_ instruction: Instruction, _ state: inout StageState) {
    guard case .command(let command) = instruction.arguments else { return }
    let words = argv(of: command, in: state)
    switch instruction.keyword {
    case .shell:
      if case .exec = command, !words.isEmpty { state.shell = words }
    case .cmd:
      state.command = words
      state.hasOwnCommand = true
      state.isEscaped = true
    default:
      state.entrypoint = words
      if !state.hasOwnCommand { state.command = nil }
    }
  }

  /// The words of a command; for a text for the shell those of the shell and the text.
  func argv(of command: Command, in state: StageState) -> [Bytes] {
    switch command {
    case .shell(let range): state.effectiveShell + [file[range]]
    case .exec(let words): words.map { file[$0] }
    }
  }

  private func healthCheck(_ instruction: Instruction) -> HealthCheck? {
    guard case .health(let type, let command) = instruction.arguments else { return nil }
    var check = HealthCheck()
    guard file[type].equalsIgnoringCase("cmd") else {
      check.test = [Bytes("NONE")]
      return check
    }
    switch command {
    case .shell(let range): check.test = [Bytes("CMD-SHELL"), file[range]]
    case .exec(let words): check.test = [Bytes("CMD")] + words.map { file[$0] }
    }
    let time = { (name: StaticString) in
      instruction.flag(name, in: file)?.value.flatMap { try? GoDuration(file[$0]).nanoseconds } ?? 0
    }
    check.interval = time("interval")
    check.timeout = time("timeout")
    check.startPeriod = time("start-period")
    check.startInterval = time("start-interval")
    check.retries = instruction.flag("retries", in: file)?.value.flatMap { file[$0].signed() } ?? 0
    return check
  }
}
