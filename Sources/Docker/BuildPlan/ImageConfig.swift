public import Source

/// What an image says of the containers that are made of it, as `docker image inspect` shows it.
///
/// Reference: <https://github.com/moby/docker-image-spec>
public struct ImageConfig: Sendable {
  /// The user that processes run as.
  public var user: Bytes = []
  /// The ports, as `80/tcp`, in the order of their bytes.
  public var exposedPorts: [Bytes] = []
  /// The variables, in the order in which they were set first.
  public var environment: [(name: Bytes, value: Bytes)] = []
  /// The beginning of what is run.
  public var entrypoint: [Bytes]?
  /// What is run, or the arguments of the entrypoint.
  public var command: [Bytes]?
  /// Where volumes are, in the order of their bytes.
  public var volumes: [Bytes] = []
  /// The working directory.
  public var workingDirectory: Bytes = []
  /// The labels, in the order of their names' bytes.
  public var labels: [(name: Bytes, value: Bytes)] = []
  /// The signal that stops a container, as written.
  public var stopSignal: Bytes = []
  /// How a container is known to be well.
  public var healthCheck: HealthCheck?
  /// What runs a text for the shell.
  public var shell: [Bytes] = []
  /// The instructions that images built on it run first.
  public var onBuild: [Bytes] = []
  /// Whether the command needs no more quotes, which only matters on Windows.
  public var hasEscapedArguments = false
  /// What it runs on.
  public var platform = Platform.usual

  /// An image that says nothing.
  public init() {}
}

/// How a container is known to be well.
public struct HealthCheck: Sendable {
  /// `NONE`; or `CMD` and a program; or `CMD-SHELL` and a text for the shell.
  public var test: [Bytes] = []
  /// The time between two checks in nanoseconds; zero for what is usual.
  public var interval: Int64 = 0
  /// How long one may take.
  public var timeout: Int64 = 0
  /// For how long failures do not count at the start.
  public var startPeriod: Int64 = 0
  /// The time between two checks in there.
  public var startInterval: Int64 = 0
  /// How many must fail in a row.
  public var retries: Int64 = 0

  /// A check that says nothing.
  public init() {}
}

extension BuildPlan {
  /// What the image says that is built; nothing where there is no such stage.
  public var image: ImageConfig? {
    target.map { image(of: stages[$0]) }
  }

  /// What an image of a stage says.
  public func image(of stage: BuildStage) -> ImageConfig {
    let state = stage.end
    var image = ImageConfig()
    image.user = state.user
    image.exposedPorts = Self.ports(in: state.ports.all.map { $0.value })
    image.environment = state.environment.kept
    image.entrypoint = state.entrypoint
    image.command = state.command
    image.volumes = state.volumes.all.map { $0.name }
    image.workingDirectory = state.directory
    image.labels = state.labels.all.map { ($0.name, $0.value) }
    image.stopSignal = state.stopSignal
    image.healthCheck = state.healthCheck
    image.shell = state.shell
    image.onBuild = stage.onBuild.map { trigger(of: file.instructions[$0]) }
    image.hasEscapedArguments = state.isEscaped
    image.platform = state.platform.normalized
    return image
  }

  /// What stands behind ONBUILD, to the end of its line or of its heredocs.
  private func trigger(of instruction: Instruction) -> Bytes {
    let start = instruction.argumentsRange.start
    let isLineFeed = { (byte: UInt8) in byte == UInt8(ascii: "\n") }
    if let last = instruction.heredocs.last {
      let text = file.text.bytes[start..<last.range.end]
      return text.last.map(isLineFeed) == true ? text.dropLast() : text
    }
    return file.text.bytes[start...].prefix { !isLineFeed($0) }
  }

  /// Each port of some ranges once, in the order of the bytes of their names.
  private static func ports(in specs: [PortSpec]) -> [Bytes] {
    var names = NameMap<Bool>()
    for transport in [PortSpec.Transport.tcp, .udp, .sctp] {
      let specs = specs.filter { $0.transport == transport }
      guard !specs.isEmpty else { continue }
      // How many ranges begin at a port, less those that ended before it.
      var changes = [Int](repeating: 0, count: 0x1_0001)
      for spec in specs {
        changes[Int(spec.first)] += 1
        changes[Int(spec.last) + 1] -= 1
      }
      var open = 0
      for port in 0...0xFFFF {
        open += changes[port]
        if open > 0 { names.set(Array("\(port)/\(transport.name)".utf8)[...], to: true) }
      }
    }
    return names.all.map { $0.name }
  }
}
