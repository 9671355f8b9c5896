public import Source

/// A stage at a point of its build. Copies share what they have in common.
public struct StageState: Sendable {
  /// The variables that are set there, for words of instructions and for the processes of RUN.
  public internal(set) var environment = Environment()
  /// The working directory; empty where the base image decides.
  public internal(set) var directory: Bytes = []
  /// The user; empty where none was set.
  public internal(set) var user: Bytes = []
  /// What SHELL said; empty where nothing did.
  public internal(set) var shell: [Bytes] = []
  /// What it is built for.
  public internal(set) var platform = Platform.usual

  var command: [Bytes]?
  var entrypoint: [Bytes]?
  /// Whether this stage itself has a CMD: an ENTRYPOINT takes away an inherited one only.
  var hasOwnCommand = false
  /// Whether the builder noted that the command is in its last form.
  var isEscaped = false
  var labels = NameMap<Bytes>()
  var volumes = NameMap<Bool>()
  var ports = NameMap<PortSpec>()
  var stopSignal: Bytes = []
  var healthCheck: HealthCheck?

  /// Whether paths are those of Windows.
  var isWindows: Bool { platform.os[...] == "windows" }

  /// What runs a text for the shell.
  public var effectiveShell: [Bytes] {
    guard shell.isEmpty else { return shell }
    return isWindows ? [Bytes("cmd"), Bytes("/S"), Bytes("/C")] : [Bytes("/bin/sh"), Bytes("-c")]
  }

  /// Sets the variable that each image for another system than Windows has.
  mutating func setDefaultPath() {
    guard !isWindows else { return }
    environment.set(
      Bytes("PATH"), to: Bytes("/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"), by: .base)
  }

  /// What a stage starts with that is built on this one.
  func inherited() -> StageState {
    var state = self
    state.hasOwnCommand = false
    return state
  }
}

extension Bytes {
  /// The bytes of a literal.
  init(_ literal: StaticString) {
    self = literal.withUTF8Buffer { unsafe Array($0)[...] }
  }
}
