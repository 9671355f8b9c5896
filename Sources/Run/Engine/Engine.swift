import Docker
import Source

/// A program that builds images and runs containers.
package struct Engine: Sendable {
  /// The engines that are known.
  package enum Kind: String, Sendable, CaseIterable {
    case docker, podman, buildah, buildctl
  }

  /// How an engine keeps containers apart from this machine.
  package enum Isolation: String, Sendable, CaseIterable {
    /// With a runtime such as runc.
    case oci
    /// With another root folder alone, which works nearly everywhere.
    case chroot
  }

  /// Which one it is.
  package let kind: Kind
  /// Its version, as it tells it.
  package let version: String
  /// The program with what is always said to it, such as where it keeps its images.
  package let program: [String]
  /// How it keeps containers apart; only buildah and podman leave a choice.
  package var isolation = Isolation.oci
  /// Whether namespaces of our own can be put around it.
  package var hasNamespaces = false
  /// Whether its builder is BuildKit.
  package var hasBuildKit = false
  /// Where the builder listens that `buildctl` speaks to.
  package var address: String?

  /// An engine.
  package init(_ kind: Kind, version: String, program: [String]) {
    self.kind = kind
    self.version = version
    self.program = program
  }

  /// Its name and version.
  package var title: String { "\(kind.rawValue) \(version)" }

  /// Whether it reads heredocs in a Dockerfile.
  package var hasHeredocs: Bool {
    switch kind {
    case .buildctl: true
    case .docker: hasBuildKit
    case .buildah: Self.isVersion(version, atLeast: 1, 33)
    case .podman: Self.isVersion(version, atLeast: 4, 9)
    }
  }

  private static func isVersion(_ version: String, atLeast major: Int, _ minor: Int) -> Bool {
    let parts = version.split(separator: ".").map { Int($0.prefix { $0.isNumber }) ?? 0 }
    guard parts.count > 1 else { return false }
    return (parts[0], parts[1]) >= (major, minor)
  }

  /// What of a sandbox it cannot hold a snippet to.
  package func unenforced(_ sandbox: Sandbox) -> [Sandbox.Limit] {
    switch kind {
    case .buildah:
      guard isolation == .chroot else { return hasNamespaces ? [] : [.processes] }
      let without: [Sandbox.Limit] = hasNamespaces ? [] : [.network, .devices]
      return without + [.memoryInAll, .processors, .processes]
    case .podman:
      return isolation == .chroot
        ? [.network, .memoryOfBuilds, .processorsOfBuilds, .processesOfBuilds] : [.processesOfBuilds]
    case .docker:
      return hasBuildKit ? [.memoryOfBuilds, .processorsOfBuilds, .processesOfBuilds] : [.processesOfBuilds]
    case .buildctl: return [.memory, .processors, .processes]
    }
  }

  // MARK: Commands of all engines

  /// A command of its own.
  func command(_ words: [String], seconds: Int) -> EngineCommand {
    var command = EngineCommand(program + words, seconds: seconds)
    if kind == .docker { command.environment = ["DOCKER_BUILDKIT": hasBuildKit ? "1" : "0"] }
    return command
  }

  /// Asks what an image is; its answer is for ``ImageFacts``.
  package func inspect(_ image: String) -> EngineCommand? {
    switch kind {
    case .docker, .podman:
      command(["image", "inspect", "--format", ImageFacts.dockerTemplate, image], seconds: 30)
    case .buildah:
      command(["inspect", "--type", "image", "--format", ImageFacts.buildahTemplate, image], seconds: 30)
    case .buildctl: nil
    }
  }

  /// Fetches an image.
  package func pull(_ image: String) -> EngineCommand? {
    kind == .buildctl ? nil : command(["pull", image], seconds: 600)
  }

  /// Builds an image.
  package func build(_ build: ImageBuild, in sandbox: Sandbox) -> EngineCommand {
    switch kind {
    case .docker, .podman: dockerBuild(build, in: sandbox)
    case .buildah: buildahBuild(build, in: sandbox)
    case .buildctl: buildctlBuild(build, in: sandbox)
    }
  }
}

/// What an engine is to build.
package struct ImageBuild: Sendable {
  /// The name that the image gets.
  package var name: String
  /// The folder with the files; the Dockerfile is not in it.
  package var context: String
  /// The Dockerfile.
  package var dockerfile: String
  /// Values for its ARGs, as `K=V`.
  package var arguments: [String] = []
  /// The stage to build; the last where it is nothing.
  package var target: String?
  /// Images from other steps, for a builder that has no images of its own: their names, and where they lie.
  package var layouts: [(name: String, folder: String)] = []

  /// Builds `dockerfile` with the files in `context`.
  package init(name: String, context: String, dockerfile: String) {
    self.name = name
    self.context = context
    self.dockerfile = dockerfile
  }
}

/// A container that is to run something.
package struct ContainerRun: Sendable {
  /// Its name.
  package var name: String
  /// The image.
  package var image: String
  /// What takes the place of the image's entrypoint; nothing to keep that.
  package var entrypoint: String?
  /// What stands behind the image's name.
  package var arguments: [String]
  /// Variables, as `K=V`.
  package var environment: [String] = []
  /// Volumes, with the names or folders that the engine knows them by.
  package var volumes: [RunCall.Mount] = []
  /// Where it starts.
  package var workingDirectory: String?
  /// Who it runs as.
  package var user: String?
  /// Ports of the container that are published, as `80`.
  package var ports: [String] = []
  /// Other flags, as written.
  package var others: [String] = []
  /// Whether it is removed when it ends.
  package var isRemoved = true
  /// Whether it goes on while other commands run.
  package var isDetached = false

  /// Runs `arguments` in `image`.
  package init(name: String, image: String, arguments: [String]) {
    self.name = name
    self.image = image
    self.arguments = arguments
  }
}
