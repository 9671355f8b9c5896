/// What a snippet may do, and how much of the machine it may take.
package struct Sandbox: Sendable, Equatable {
  /// A folder of this machine that a snippet sees. It cannot write there.
  package struct Mount: Sendable, Equatable {
    /// The folder.
    package let source: String
    /// Where it appears.
    package let target: String

    /// Shows `source` at `target`.
    package init(source: String, target: String) {
      self.source = source
      self.target = target
    }
  }

  /// Whether it reaches the network.
  package var hasNetwork = false
  /// How much memory it gets, in bytes.
  package var memory = 512 << 20
  /// How many processors it gets, in hundredths.
  package var processors = 100
  /// How many processes it may have at a time.
  package var processes = 256
  /// How long it may take, in seconds.
  package var seconds = 60
  /// What it sees of this machine.
  package var mounts: [Mount] = []

  /// What is usual.
  package init() {}

  /// The same for one snippet: with what its fence asks for.
  ///
  /// - Parameter mounts: The folders that a fence may name.
  package func narrowed(to snippet: PageSnippet, mounts named: [(name: String, path: String)]) -> Sandbox {
    var sandbox = self
    sandbox.hasNetwork = snippet.hasNetwork
    if let given = snippet["timeout"].flatMap({ Int($0) }), given > 0 { sandbox.seconds = given }
    sandbox.mounts = snippet.values("mount").compactMap { value in
      let name = value.prefix { $0 != ":" }
      guard let folder = named.first(where: { $0.name == name }) else { return nil }
      return Mount(source: folder.path, target: String(value.dropFirst(name.count + 1)))
    }
    return sandbox
  }

  /// Something of it that not every engine can hold a snippet to.
  package enum Limit: String, Sendable, CaseIterable {
    case network = "being cut off from the network"
    case memory = "a limit for memory"
    case memoryInAll = "a limit for the memory of all processes together (each is held to it alone)"
    case processors = "a share of the processors"
    case processes = "a limit for the number of processes"
    case memoryOfBuilds = "a limit for the memory of builds"
    case processorsOfBuilds = "a share of the processors for builds"
    case processesOfBuilds = "a limit for the number of processes of builds"
    case devices = "hiding the devices of this machine"
  }
}
