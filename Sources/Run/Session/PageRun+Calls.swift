import Docker
import Source

/// Carries out commands that speak to an engine.
extension PageRun {
  mutating func carryOut(_ calls: [EngineCall], _ transcript: Transcript, _ work: inout StepWork) {
    for (call, command) in zip(calls, transcript.commands) {
      guard let reason = engine.reason(against: call) else { continue }
      work.report(RunRules.unsupportedCommand, reason, at: command.range)
      work.skipReason = reason
    }
    guard work.skipReason == nil else { return }
    var parts: [SessionScript.Part] = []
    for (call, command) in zip(calls, transcript.commands) {
      guard var outcome = carryOut(call, &work) else { break }
      for _ in 0..<Self.repetitions where isLost(outcome, of: call, command) {
        guard let again = carryOutAnew(call, &work) else { break }
        outcome = again
      }
      let output = plain(outcome.output)
      work.printed += output
      guard work.isEnded(outcome, at: command.range), case .exited(let code) = outcome.ending else { break }
      parts.append(SessionScript.Part(output: output, code: code))
    }
    if work.skipReason == nil { judge(parts, transcript, &work) }
  }

  /// How often a container is run again whose output was probably lost.
  private static let repetitions = 2

  /// Whether buildah has probably lost what a container printed, as its chroot may (1.28), and the container can be run
  /// once more without harm.
  private func isLost(_ outcome: EngineOutcome, of call: EngineCall, _ command: Transcript.Command) -> Bool {
    guard engine.kind == .buildah, case .run(let run) = call else { return false }
    return outcome.isFine && outcome.output.isEmpty && !command.output.isEmpty
      && run.mounts.allSatisfy { $0.isReadOnly || $0.isMemory }
  }

  /// Runs a container once more, without anything of the first time.
  private mutating func carryOutAnew(_ call: EngineCall, _ work: inout StepWork) -> EngineOutcome? {
    if case .run(let run) = call, let name = run.name, things.containers[name] != nil {
      _ = start(engine.command(["rm", local(name)], seconds: 60), for: &work)
    }
    return carryOut(call, &work)
  }

  private mutating func carryOut(_ call: EngineCall, _ work: inout StepWork) -> EngineOutcome? {
    switch call {
    case .run(let run): return carryOut(run, &work)
    case .build(let build): return carryOut(build, &work)
    case .fetch(let fetch):
      let port = things.ports[fetch.port] ?? fetch.port
      let words = ["curl"] + fetch.flags + ["--retry", "10", "--retry-connrefused", "--retry-delay", "1"]
      return start(
        EngineCommand(words + ["http://127.0.0.1:\(port)\(fetch.path)"], seconds: work.sandbox.seconds), for: &work)
    case .other(let other):
      return engine.kind == .buildah
        ? emulate(other, &work) : start(engine.command(words(of: other), seconds: work.sandbox.seconds), for: &work)
    }
  }

  /// What the engine calls a container or a volume of the page.
  func local(_ name: String) -> String { "\(prefix)-\(name)" }

  /// The output with the page's names for things.
  func plain(_ output: [UInt8]) -> [UInt8] {
    var output = output
    for (local, name) in images.written.sorted(by: { $0.key.utf8.count > $1.key.utf8.count }) {
      for form in [local + ":latest", local] {
        output = output[...].replacing(Array(form.utf8), with: Array(name.utf8))
      }
    }
    for (shown, real) in things.ports {
      output = output[...].replacing(Array("127.0.0.1:\(real)".utf8), with: Array("0.0.0.0:\(shown)".utf8))
    }
    return output[...].replacing(Array("\(prefix)-".utf8), with: [])
  }

  // MARK: Building

  private mutating func carryOut(_ call: EngineCall.BuildCall, _ work: inout StepWork) -> EngineOutcome? {
    guard case .step(let index)? = work.step.image, case .build = plan.steps[index].work else {
      work.report(RunRules.noImage, "No Dockerfile to build")
      return nil
    }
    let snippet = plan.steps[index].snippet
    let image = "localhost/\(prefix)/t\(things.nextNumber())-\(Self.sanitized(call.tag ?? "image"))"
    let order = BuildOrder(
      code: snippet.content.bytes, arguments: snippet.values("build-arg") + call.arguments,
      target: call.target ?? snippet["target"], image: image, name: call.tag ?? image,
      files: plan.files(beside: plan.steps[index]))
    guard let outcome = build(order, &work) else { return nil }
    things.built.append(image)
    return outcome
  }

  // MARK: Running

  private mutating func carryOut(_ call: RunCall, _ work: inout StepWork) -> EngineOutcome? {
    let image = images[call.image] ?? call.image
    guard let facts = facts(of: image, for: &work) else {
      work.report(RunRules.missingBase, "Image '\(call.image)' is not at hand")
      return nil
    }
    var run = ContainerRun(name: call.name.map(local) ?? newContainer(), image: image, arguments: call.arguments)
    if let name = call.name { things.containers[name] = [] }
    run.entrypoint = call.entrypoint
    run.environment = call.environment
    run.workingDirectory = call.workingDirectory
    run.user = call.user
    run.others = call.others
    run.isRemoved = call.isRemoved
    run.isDetached = call.isDetached
    run.ports = call.ports.map { String($0.split(separator: ":").last ?? "") }
    for mount in call.mounts where !mount.source.isEmpty { things.volumes.insert(mount.source) }
    run.volumes = call.mounts.map { mount in
      RunCall.Mount(
        source: mount.source.isEmpty ? "" : local(mount.source), target: mount.target, isReadOnly: mount.isReadOnly,
        isMemory: mount.isMemory)
    }
    guard engine.kind != .buildah else { return emulate(run, call, facts.config, &work) }
    let outcome = start(engine.dockerRun(run, in: work.sandbox), for: &work)
    if outcome.isFine { findPorts(of: run, call, &work) }
    return outcome
  }

  /// Asks where the ports of a container were published: each page would like to have 8080.
  private mutating func findPorts(of run: ContainerRun, _ call: RunCall, _ work: inout StepWork) {
    for (port, written) in zip(run.ports, call.ports) {
      let parts = written.split(separator: ":").compactMap { Int($0.prefix { $0.isNumber }) }
      guard parts.count > 1, let shown = parts.dropLast().last else { continue }
      let outcome = start(engine.command(["port", run.name, port], seconds: 30), for: &work)
      let line = OutputPattern.lines(of: outcome.output).first ?? []
      let digits = line.lastIndex(of: UInt8(ascii: ":")).map { line[($0 + 1)...] } ?? []
      things.ports[shown] = Int(digits.string)
    }
  }

  /// The words of a command that only names things, with what the engine calls them.
  private mutating func words(of call: EngineCall.OtherCall) -> [String] {
    let verb = call.verb.rawValue.split(separator: " ").map(String.init)
    switch call.verb {
    case .volumeList: return verb + call.flags + ["--filter", "name=\(prefix)-"]
    case .execute: return verb + call.flags + call.operands.prefix(1).map(local) + call.operands.dropFirst()
    case .port: return verb + call.flags + call.operands.prefix(1).map(local) + call.operands.dropFirst()
    case .volumeCreate: things.volumes.formUnion(call.operands)
    default: break
    }
    return verb + call.flags + call.operands.map(local)
  }
}

extension Engine {
  /// Why an engine cannot carry out a command; nothing where it can.
  package func reason(against call: EngineCall) -> String? {
    switch (kind, call) {
    case (.docker, _), (.podman, _), (.buildah, .build): return nil
    case (.buildctl, _): return "BuildKit only builds: it runs no 'docker' commands"
    case (.buildah, .run(let run)):
      if run.isDetached { return "Buildah runs no container in the background" }
      if !run.ports.isEmpty { return "Buildah publishes no ports" }
      let flag = run.others.first { $0.hasPrefix("-") && $0 != "--label" && $0 != "-l" && $0 != "--init" }
      return flag.map { "Buildah has nothing like '\($0)' of 'docker run'" }
    case (.buildah, .fetch): return "Buildah publishes no ports"
    case (.buildah, .other(let other)):
      switch other.verb {
      case .volumeCreate, .volumeList, .volumeRemove, .remove, .logs: return nil
      default: return "Buildah has nothing like 'docker \(other.verb.rawValue)'"
      }
    }
  }
}
