/// What a page leaves behind, and how it is removed.
extension PageRun {
  /// The commands that remove all that the page made; those that find nothing may fail.
  package var removal: [EngineCommand] {
    let containers = things.unnamed + things.containers.keys.sorted().map(local)
    let volumes = things.volumes.sorted().map(local)
    let images = plan.steps.indices.filter { isBuild($0) }.map(imageName) + things.built
    var commands: [EngineCommand] = []
    switch engine.kind {
    case .docker, .podman:
      if !containers.isEmpty {
        commands.append(engine.command(["rm", "--force", "--volumes"] + containers, seconds: 60))
      }
      if !volumes.isEmpty { commands.append(engine.command(["volume", "rm", "--force"] + volumes, seconds: 60)) }
      if !images.isEmpty {
        commands.append(engine.command(["rmi", "--force"] + images + things.layers.reversed(), seconds: 120))
      }
    case .buildah:
      if !containers.isEmpty { commands.append(engine.command(["rm"] + containers, seconds: 60)) }
      if !images.isEmpty { commands.append(engine.command(["rmi", "--force"] + images, seconds: 120)) }
    case .buildctl: break
    }
    return commands
  }

  private func isBuild(_ index: Int) -> Bool {
    if case .build = plan.steps[index].work { true } else { false }
  }
}

extension Engine {
  /// What removes the rest of a run from a store that is ours alone: layers without a name, and containers of builds that
  /// were cut short. Images that were given stay.
  package var sweep: [EngineCommand] {
    switch kind {
    case .buildah: [command(["rm", "--all"], seconds: 120), command(["rmi", "--prune", "--force"], seconds: 120)]
    case .podman: [command(["image", "prune", "--force"], seconds: 120)]
    case .docker, .buildctl: []
    }
  }
}
