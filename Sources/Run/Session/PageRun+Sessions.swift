import Source

extension PageRun {
  /// Gives the commands of a session to a shell in an image.
  mutating func play(_ transcript: Transcript, _ work: inout StepWork) {
    let script = SessionScript(transcript.commands.map(\.text), mark: "\(prefix)-end")
    guard let outcome = play(script, &work) else { return }
    var parts = script.parts(of: outcome.output, count: transcript.commands.count)
    // A shell that was replaced by a program ends as that does.
    if outcome.isFine, let last = parts.indices.last, parts[last].code == nil {
      parts[last] = SessionScript.Part(output: parts[last].output, code: 0)
    }
    for part in parts { work.printed += part.code == nil ? EngineNoise.removed(from: part.output) : part.output }
    if case .exited(let code) = outcome.ending, parts.count <= 1, parts.first?.code == nil, code != 0 {
      work.printed = EngineNoise.removed(from: outcome.output)
      return work.report(
        RunRules.failedCommand, "Session does not start: \(BuildOutput(work.printed).reason)",
        at: transcript.commands.first?.range)
    }
    judge(parts, transcript, &work)
    let last = parts.count - 1
    let stopped = last >= 0 && last < transcript.commands.count ? transcript.commands[last].range : nil
    _ = work.isEnded(outcome, at: stopped)
  }

  /// Runs a session's shell, and again, in a new container, where buildah has lost what it printed: its chroot ends
  /// with the shell, now and then before it has passed on the last of the output (1.28).
  private mutating func play(_ script: SessionScript, _ work: inout StepWork) -> EngineOutcome? {
    var outcome = runInImage(["/bin/sh", "-c", script.text], &work)
    for _ in 0..<3 {
      guard engine.kind == .buildah, let lost = outcome, lost.isFine, !script.hasEnded(lost.output) else { break }
      outcome = runInImage(["/bin/sh", "-c", script.text], &work)
    }
    return outcome
  }

  /// Compares what commands printed, and what they ended with.
  mutating func judge(_ parts: [SessionScript.Part], _ transcript: Transcript, _ work: inout StepWork) {
    let mayFail = work.step.snippet.isExpectedToFail
    var hasFailed = false
    for (index, command) in transcript.commands.enumerated() {
      guard index < parts.count else {
        if index > 0, parts.last?.code != nil, work.skipReason == nil {
          work.report(RunRules.failedCommand, "Session ends before this command", at: command.range)
        }
        break
      }
      guard let code = parts[index].code else { break }
      work.compare(command, in: transcript, with: parts[index].output)
      guard code != 0 else { continue }
      hasFailed = true
      if !mayFail { work.report(RunRules.failedCommand, "Command ends with \(code)", at: command.range) }
    }
    guard mayFail else { return }
    if hasFailed {
      work.judgeMessage()
    } else {
      work.report(RunRules.unexpectedSuccess, "All commands succeed, where one is expected to fail")
    }
  }

  /// Runs a script as a whole.
  mutating func runScript(_ shell: String, _ work: inout StepWork) {
    let text = HiddenLines.revealed(work.step.snippet.content.bytes)
    let words = [shell == "sh" ? "/bin/sh" : shell, "-e", "-c", text[...].string]
    guard let outcome = runInImage(words, &work) else { return }
    work.printed = EngineNoise.removed(from: outcome.output)
    guard work.isEnded(outcome) else { return }
    if work.step.snippet.isExpectedToFail {
      if outcome.isFine {
        work.report(RunRules.unexpectedSuccess, "Script succeeds, where it is expected to fail")
      } else {
        work.judgeMessage()
      }
    } else if case .exited(let code) = outcome.ending, code != 0 {
      work.report(RunRules.failedCommand, "Script ends with \(code): \(BuildOutput(work.printed).reason)")
    }
  }

  /// Runs words in the image of a step; nothing where it does not come to that.
  private mutating func runInImage(_ words: [String], _ work: inout StepWork) -> EngineOutcome? {
    guard let image = image(of: work.step), facts(of: image, for: &work) != nil else {
      let name = if case .named(let name)? = work.step.image { name } else { "of the step" }
      work.report(RunRules.missingBase, "Image '\(name)' is not at hand")
      return nil
    }
    if engine.kind == .buildctl { return runInBuild(words, image, &work) }
    let name = newContainer()
    var run = ContainerRun(name: name, image: image, arguments: words)
    switch engine.kind {
    case .buildah:
      let from = start(engine.buildahFrom(run, in: work.sandbox), for: &work)
      guard from.isFine else {
        if work.isEnded(from) { work.report(RunRules.engineFailure, BuildOutput(from.output).reason) }
        return nil
      }
      return start(engine.buildahRun(run, words, in: work.sandbox), for: &work)
    default:
      run.entrypoint = words.first
      run.arguments = Array(words.dropFirst())
      return start(engine.dockerRun(run, in: work.sandbox), for: &work)
    }
  }

  /// What the engine calls the image that a step runs in.
  private func image(of step: RunPlan.Step) -> String? {
    switch step.image {
    case .step(let index): imageName(of: index)
    case .named(let name): images[name] ?? name
    case nil: nil
    }
  }

  /// A name for a container that has none on the page.
  mutating func newContainer() -> String {
    let name = "\(prefix)-c\(things.nextNumber())"
    things.unnamed.append(name)
    return name
  }

  /// Runs words as a step of a build, whose output the builder shows line by line behind a number.
  private mutating func runInBuild(_ words: [String], _ image: String, _ work: inout StepWork) -> EngineOutcome? {
    var json = JSONWriter()
    json.array { json in
      for word in words { json.string(word) }
    }
    let dockerfile = ContextFile(path: "Dockerfile", bytes: Array("FROM \(image)\nRUN ".utf8) + json.finish() + [0x0A])
    let context = "\(folder)/\(things.nextNumber())"
    if let problem = host.write(context + "/files", []) ?? host.write(context + "/dockerfile", [dockerfile]) {
      work.report(RunRules.engineFailure, problem)
      return nil
    }
    var build = ImageBuild(
      name: "session", context: context + "/files", dockerfile: context + "/dockerfile/Dockerfile")
    build.layouts = things.layouts[image].map { [(image, $0)] } ?? []
    let outcome = start(engine.buildctlSession(build, in: work.sandbox), for: &work)
    return EngineOutcome(outcome.ending, output: EngineNoise.stepOutput(in: outcome.output), seconds: outcome.seconds)
  }
}

/// What engines print beside what was run.
enum EngineNoise {
  /// The output without the lines in which buildah says at the end how a process ended.
  static func removed(from output: [UInt8]) -> [UInt8] {
    var rest = output[...]
    while !rest.isEmpty {
      let body = rest.last == UInt8(ascii: "\n") ? rest.dropLast() : rest
      let start = body.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? body.startIndex
      let line = body[start...]
      guard line.hasPrefix("subprocess exited ") || line.hasPrefix("Error: exit status ") || isLevelled(line) else {
        break
      }
      rest = rest[..<start]
    }
    return Array(rest)
  }

  /// `time="…" level=error msg="exit status 1"`
  private static func isLevelled(_ line: Bytes) -> Bool {
    line.hasPrefix("time=\"") && line.contains(" level=")
  }

  /// What a step of a build printed, of all that BuildKit shows: the lines `#7 0.123 text`.
  static func stepOutput(in output: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    for line in output.split(separator: UInt8(ascii: "\n")) {
      guard line.first == UInt8(ascii: "#") else { continue }
      let behind = line.dropFirst().drop { $0.isDigit }
      guard behind.first == 0x20 else { continue }
      let time = behind.dropFirst().prefix { $0.isDigit || $0 == UInt8(ascii: ".") }
      guard time.contains(UInt8(ascii: ".")), time.first?.isDigit == true else { continue }
      text += behind[time.endIndex...].dropFirst() + [UInt8(ascii: "\n")]
    }
    return text
  }
}
