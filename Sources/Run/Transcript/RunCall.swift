/// What `docker run` is asked for.
package struct RunCall: Sendable {
  /// Something that is mounted into the container.
  package struct Mount: Sendable, Equatable {
    /// The name of a volume; empty for one without a name, or for memory.
    package let source: String
    /// Where it appears.
    package let target: String
    /// Whether it cannot be written to.
    package let isReadOnly: Bool
    /// Whether it is memory.
    package let isMemory: Bool
  }

  /// Whether it is removed when it ends.
  package private(set) var isRemoved = false
  /// Whether it goes on behind the session's back.
  package private(set) var isDetached = false
  /// Its name.
  package private(set) var name: String?
  /// What takes the place of the image's entrypoint.
  package private(set) var entrypoint: String?
  /// Variables, as `K=V`.
  package private(set) var environment: [String] = []
  /// What is mounted.
  package private(set) var mounts: [Mount] = []
  /// Where it starts.
  package private(set) var workingDirectory: String?
  /// Who it runs as.
  package private(set) var user: String?
  /// The ports that are published, as written.
  package private(set) var ports: [String] = []
  /// Flags that mean the same to all engines that have them.
  package private(set) var others: [String] = []
  /// The image.
  package private(set) var image = ""
  /// What stands behind it.
  package private(set) var arguments: [String] = []

  /// Reads the words behind `run`.
  init(_ words: ArraySlice<String>) throws(UnsupportedCommand) {
    var reader = FlagReader(words, takingValues: Self.takingValues)
    while let flag = reader.next() { try read(flag) }
    guard let image = reader.rest.first else { throw UnsupportedCommand("'docker run' without an image") }
    self.image = image
    arguments = Array(reader.rest.dropFirst())
  }

  private static let takingValues: Set<String> = [
    "name", "entrypoint", "e", "env", "v", "volume", "mount", "w", "workdir", "u", "user", "p", "publish", "h",
    "hostname", "network", "l", "label", "stop-signal", "stop-timeout", "tmpfs", "cap-drop", "pull", "platform",
  ]

  private mutating func read(_ flag: FlagReader.Flag) throws(UnsupportedCommand) {
    switch flag.name {
    case "rm": isRemoved = true
    case "d", "detach": isDetached = true
    case "name": name = flag.value
    case "entrypoint": entrypoint = flag.value
    case "e", "env": environment.append(flag.value)
    case "v", "volume": mounts.append(try Self.volume(flag.value))
    case "mount": mounts.append(try Self.mount(flag.value))
    case "tmpfs": mounts.append(Mount(source: "", target: Self.path(flag.value), isReadOnly: false, isMemory: true))
    case "w", "workdir": workingDirectory = flag.value
    case "u", "user": user = flag.value
    case "p", "publish": ports.append(flag.value)
    case "i", "t", "interactive", "tty", "pull", "platform": break
    case "h", "hostname", "l", "label", "stop-signal", "stop-timeout", "cap-drop":
      others += [flag.written, flag.value]
    case "init", "read-only": others.append(flag.written)
    case "network" where flag.value == "none": break
    default: throw UnsupportedCommand("Flag '\(flag.written)' of 'docker run' is not carried out here")
    }
  }

  private static func path(_ value: String) -> String {
    String(value.split(separator: ":").first ?? "")
  }

  /// `name:/path`, `name:/path:ro`, `/path`
  private static func volume(_ value: String) throws(UnsupportedCommand) -> Mount {
    let parts = value.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 1 else { return Mount(source: "", target: value, isReadOnly: false, isMemory: false) }
    guard !parts[0].contains("/"), !parts[0].hasPrefix(".") else { throw refused(parts[0]) }
    return Mount(
      source: parts[0], target: parts[1],
      isReadOnly: parts.dropFirst(2).contains { $0.split(separator: ",").contains("ro") },
      isMemory: false)
  }

  /// `type=volume,source=name,target=/path,readonly`
  private static func mount(_ value: String) throws(UnsupportedCommand) -> Mount {
    var (type, source, target, isReadOnly) = ("volume", "", "", false)
    for field in value.split(separator: ",") {
      let parts = field.split(separator: "=", maxSplits: 1).map(String.init)
      let given = parts.count == 2 ? parts[1] : ""
      switch parts[0] {
      case "type": type = given
      case "source", "src": source = given
      case "target", "dst", "destination": target = given
      case "readonly", "ro": isReadOnly = given != "false"
      default: break
      }
    }
    guard type != "bind" else { throw refused(source) }
    guard type == "volume" || type == "tmpfs" else {
      throw UnsupportedCommand("Mount of type '\(type)' is not made here")
    }
    return Mount(source: source, target: target, isReadOnly: isReadOnly, isMemory: type == "tmpfs")
  }

  private static func refused(_ path: String) -> UnsupportedCommand {
    UnsupportedCommand("Folder '\(path)' of this machine is not mounted; the fence can name one with 'mount='")
  }
}
