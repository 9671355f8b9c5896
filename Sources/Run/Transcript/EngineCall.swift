import Shell
import Source

/// A command line that asks a container engine for something: `docker run --rm web ls`.
///
/// It is not given to a shell of this machine: it is read, and the engine at hand is asked for the same.
package enum EngineCall: Sendable {
  /// `docker run …`
  case run(RunCall)
  /// `docker build …`
  case build(BuildCall)
  /// `docker volume create NAME` and its like: the engine is given the words, with the page's own names for things.
  case other(OtherCall)
  /// `curl http://localhost:8080/`: asks a port that was published before.
  case fetch(FetchCall)

  /// `docker build …`
  package struct BuildCall: Sendable {
    /// The name that the image gets.
    package var tag: String?
    /// The values for its ARGs, as `K=V`.
    package var arguments: [String] = []
    /// The stage to build.
    package var target: String?
  }

  /// A command that only names things.
  package struct OtherCall: Sendable {
    /// What it asks for.
    package enum Verb: String, Sendable, CaseIterable {
      case volumeCreate = "volume create"
      case volumeRemove = "volume rm"
      case volumeList = "volume ls"
      case remove = "rm"
      case stop = "stop"
      case start = "start"
      case wait = "wait"
      case logs = "logs"
      case port = "port"
      case execute = "exec"
    }

    /// What it asks for.
    package let verb: Verb
    /// The flags, as written.
    package let flags: [String]
    /// The names of what is meant; behind `exec` the container, then the words of the command.
    package let operands: [String]
  }

  /// A page that is fetched from a published port.
  package struct FetchCall: Sendable {
    /// Flags of curl.
    package let flags: [String]
    /// The port in the address.
    package let port: Int
    /// What follows the port in the address, from its slash on.
    package let path: String
  }
}

/// Why a command cannot be carried out.
package struct UnsupportedCommand: Error, Sendable {
  /// Why, in headline style.
  package let message: String

  init(_ message: String) {
    self.message = message
  }
}

extension EngineCall {
  /// Whether a session speaks to an engine, told by its first visible command: it is no program within an image.
  package static func isSpoken(by transcript: Transcript) -> Bool {
    guard let first = transcript.commands.first(where: { !$0.isHidden }) ?? transcript.commands.first else {
      return false
    }
    let name = first.text.prefix { !$0.isSpace }
    return name == "docker" || name == "podman"
  }

  /// Reads a command line.
  package init(_ text: [UInt8]) throws(UnsupportedCommand) {
    let words = try Self.words(of: text)
    guard let program = words.first else { throw UnsupportedCommand("No command behind the prompt") }
    if program == "curl" {
      self = .fetch(try FetchCall(words.dropFirst()))
      return
    }
    guard program == "docker" || program == "podman" else {
      throw UnsupportedCommand("'\(program)' beside commands of an engine would run on this machine, and is not run")
    }
    var rest = words.dropFirst()
    if rest.first == "container" || rest.first == "image" && rest.dropFirst().first == "build" {
      rest = rest.dropFirst()
    }
    guard let verb = rest.first else { throw UnsupportedCommand("'\(program)' without a command") }
    switch verb {
    case "run": self = .run(try RunCall(rest.dropFirst()))
    case "build", "buildx": self = .build(try BuildCall(verb == "buildx" ? rest.dropFirst(2) : rest.dropFirst()))
    default: self = .other(try OtherCall(rest))
    }
  }

  /// The words of a command line that a shell would change nothing of.
  private static func words(of text: [UInt8]) throws(UnsupportedCommand) -> [String] {
    let script = Script(parsing: SourceText(path: "", bytes: text))
    if let problem = script.problem { throw UnsupportedCommand(problem.message) }
    guard let command = script.commands.first else { return [] }
    let isSimple =
      script.commands.count == 1 && command.kind == .simple && command.connector != .background
      && script.assignments(of: command).isEmpty && script.redirections(of: command).isEmpty
      && !script.pipeline(of: command).isNegated
    guard isSimple else {
      throw UnsupportedCommand("Commands of an engine stand alone: no pipes, redirections, or other commands")
    }
    var words: [String] = []
    for word in script.words(of: command) {
      guard let literal = script.literal(word), word.isQuoted || !word.hasGlob, !word.hasBraces else {
        throw UnsupportedCommand("'\(script[word.range].string)' would be changed by the shell of this machine")
      }
      words.append(literal.string)
    }
    return words
  }
}

extension EngineCall.BuildCall {
  init(_ words: ArraySlice<String>) throws(UnsupportedCommand) {
    var reader = FlagReader(words, takingValues: ["t", "tag", "build-arg", "target", "f", "file", "progress"])
    while let flag = reader.next() {
      switch flag.name {
      case "t", "tag": tag = flag.value
      case "build-arg": arguments.append(flag.value)
      case "target": target = flag.value
      case "f", "file", "progress", "q", "quiet", "load", "pull": break
      default: throw UnsupportedCommand("Flag '\(flag.written)' of 'docker build' is not carried out here")
      }
    }
  }
}

extension EngineCall.OtherCall {
  init(_ words: ArraySlice<String>) throws(UnsupportedCommand) {
    let single = words.prefix(1).joined()
    let double = words.prefix(2).joined(separator: " ")
    guard let verb = Verb(rawValue: double) ?? Verb(rawValue: single) else {
      let name = single == "volume" ? double : single
      throw UnsupportedCommand("'docker \(name)' is not carried out here")
    }
    self.verb = verb
    let rest = words.dropFirst(verb.rawValue.contains(" ") ? 2 : 1)
    let flags = rest.prefix { $0.hasPrefix("-") && $0 != "--" }
    self.flags = flags.filter { verb != .execute || !["-i", "-t", "-it", "-ti"].contains($0) }
    operands = Array(rest.dropFirst(flags.count))
    if let flag = self.flags.first(where: { !Self.known[verb, default: []].contains($0) }) {
      throw UnsupportedCommand("Flag '\(flag)' of 'docker \(verb.rawValue)' is not carried out here")
    }
    if operands.isEmpty, verb != .volumeList, verb != .volumeCreate {
      throw UnsupportedCommand("'docker \(verb.rawValue)' names nothing")
    }
  }

  /// The flags that change nothing but what a command is about.
  private static let known: [Verb: [String]] = [
    .volumeList: ["-q", "--quiet"], .volumeRemove: ["-f", "--force"], .remove: ["-f", "--force", "-v", "--volumes"],
    .start: ["-a", "--attach"], .logs: ["-t", "--timestamps"],
  ]
}

extension EngineCall.FetchCall {
  init(_ words: ArraySlice<String>) throws(UnsupportedCommand) {
    let known = ["-s", "-S", "-sS", "-f", "-fsS", "-i", "-I", "-v", "--silent", "--show-error", "--fail", "--include"]
    flags = words.filter { $0.hasPrefix("-") }
    if let flag = flags.first(where: { !known.contains($0) }) {
      throw UnsupportedCommand("Flag '\(flag)' of 'curl' is not carried out here")
    }
    let addresses = words.filter { !$0.hasPrefix("-") }
    guard addresses.count == 1, let address = addresses.first, let (port, path) = Self.split(address) else {
      throw UnsupportedCommand("'curl' is given one address of a published port, such as http://localhost:8080/")
    }
    (self.port, self.path) = (port, path)
  }

  private static func split(_ address: String) -> (port: Int, path: String)? {
    let rest = address.hasPrefix("http://") ? address.dropFirst(7) : address[...]
    for host in ["localhost", "127.0.0.1"] where rest.hasPrefix(host) {
      let behind = rest.dropFirst(host.count)
      guard behind.isEmpty || behind.hasPrefix(":") || behind.hasPrefix("/") else { return nil }
      let digits = behind.hasPrefix(":") ? behind.dropFirst().prefix { $0.isASCII && $0.isNumber } : "80"
      let path = behind.hasPrefix(":") ? behind.dropFirst(1 + digits.count) : behind
      guard let port = Int(digits), (1...65_535).contains(port), path.isEmpty || path.hasPrefix("/") else { return nil }
      return (port, path.isEmpty ? "/" : String(path))
    }
    return nil
  }
}
