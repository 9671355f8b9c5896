import Docker
import Source

/// `docker run` and its like, put together of what buildah has.
///
/// Buildah runs commands in working containers and knows neither entrypoints nor volumes: what a container runs is told
/// by the image that was built, and volumes are folders.
extension PageRun {
  mutating func emulate(
    _ run: ContainerRun, _ call: RunCall, _ config: ImageConfig, _ work: inout StepWork
  ) -> EngineOutcome? {
    let words: [String]
    do throws(BootCommand.Failure) {
      words = try BootCommand(
        of: config, arguments: call.arguments.map { Array($0.utf8)[...] },
        entrypoint: call.entrypoint.map { Array($0.utf8)[...] }
      ).words.map(\.string)
    } catch {
      return EngineOutcome(
        .exited(125), output: Array("docker: Error response from daemon: no command specified\n".utf8))
    }
    let from = start(engine.buildahFrom(run, in: work.sandbox), for: &work)
    guard from.isFine else { return from }
    var run = run
    if let failed = prepareVolumes(of: &run, config, &work) { return failed }
    guard work.diagnostics.isEmpty else { return nil }
    let outcome = start(engine.buildahRun(run, words, in: work.sandbox), for: &work)
    let output = EngineNoise.removed(from: outcome.output)
    if !call.isRemoved { things.held[run.name] = call.mounts.map(\.source) }
    if let name = call.name {
      things.containers[name] = call.isRemoved ? nil : output
      if call.isRemoved { _ = start(engine.command(["rm", run.name], seconds: 60), for: &work) }
    }
    return EngineOutcome(outcome.ending, output: output, seconds: outcome.seconds)
  }

  /// Makes the folders that are the volumes of a container, and fills those that are new with what the image has there.
  ///
  /// - Returns: The first command that failed.
  private mutating func prepareVolumes(
    of run: inout ContainerRun, _ config: ImageConfig, _ work: inout StepWork
  ) -> EngineOutcome? {
    // Buildah makes the image's own volumes itself, and they would hide ours.
    let hidden = run.volumes.map(\.target).filter { target in config.volumes.contains { $0.string == target } }
    if !hidden.isEmpty {
      let flags = hidden.flatMap { ["--volume", $0 + "-"] }
      let outcome = start(engine.command(["config"] + flags + [run.name], seconds: 60), for: &work)
      guard outcome.isFine else { return outcome }
    }
    for (index, mount) in run.volumes.enumerated() where !mount.isMemory {
      let name = mount.source.isEmpty ? local("v\(things.nextNumber())") : mount.source
      let volume = RunCall.Mount(
        source: "\(folder)/volumes/\(name)", target: mount.target, isReadOnly: mount.isReadOnly, isMemory: false)
      run.volumes[index] = volume
      if let problem = host.write(volume.source, []) {
        work.report(RunRules.engineFailure, problem)
        return nil
      }
      let filled = start(engine.buildahFill(volume, from: run.name, seconds: work.sandbox.seconds), for: &work)
      guard filled.isFine else { return filled }
    }
    return nil
  }

  mutating func emulate(_ call: EngineCall.OtherCall, _ work: inout StepWork) -> EngineOutcome {
    let names = call.operands.map { $0 + "\n" }.joined()
    switch call.verb {
    case .volumeCreate:
      for name in call.operands {
        things.volumes.insert(name)
        if let problem = host.write("\(folder)/volumes/\(local(name))", []) { return failure(problem) }
      }
      return EngineOutcome(.exited(0), output: Array(names.utf8))
    case .volumeList:
      let isQuiet = !call.flags.isEmpty
      let lines = things.volumes.sorted().map { isQuiet ? $0 : "local     \($0)" }
      let text = ((isQuiet ? [] : ["DRIVER    VOLUME NAME"]) + lines).map { $0 + "\n" }.joined()
      return EngineOutcome(.exited(0), output: Array(text.utf8))
    case .volumeRemove: return removeVolumes(call.operands, &work)
    case .remove:
      let missing = call.operands.filter { things.containers[$0] == nil }
      guard missing.isEmpty else { return failure("Error response from daemon: No such container: \(missing[0])") }
      for name in call.operands {
        things.containers[name] = nil
        things.held[local(name)] = nil
      }
      let outcome = start(engine.command(["rm"] + call.operands.map(local), seconds: 60), for: &work)
      return outcome.isFine ? EngineOutcome(.exited(0), output: Array(names.utf8), seconds: outcome.seconds) : outcome
    case .logs:
      let name = call.operands[0]
      guard let output = things.containers[name] else {
        return failure("Error response from daemon: No such container: \(name)")
      }
      return EngineOutcome(.exited(0), output: output)
    case .stop, .start, .wait, .port, .execute: return failure("Buildah has nothing like this")
    }
  }

  private mutating func removeVolumes(_ names: [String], _ work: inout StepWork) -> EngineOutcome {
    var text = ""
    for name in names {
      guard things.volumes.contains(name) else {
        return failure(text + "Error response from daemon: get \(name): no such volume")
      }
      if let holder = things.held.filter({ $0.value.contains(name) }).keys.min() {
        return failure(text + "Error response from daemon: remove \(name): volume is in use - [\(holder)]")
      }
      things.volumes.remove(name)
      let folder = "\(folder)/volumes/\(local(name))"
      let outcome = start(EngineCommand(["rm", "-rf", "--", folder], seconds: 60), for: &work)
      guard outcome.isFine else { return outcome }
      text += name + "\n"
    }
    return EngineOutcome(.exited(0), output: Array(text.utf8))
  }

  private func failure(_ message: String) -> EngineOutcome {
    EngineOutcome(.exited(1), output: Array((message + "\n").utf8))
  }
}
