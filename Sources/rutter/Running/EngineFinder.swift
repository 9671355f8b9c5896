import Glibc
import Run
import Source

/// Finds out which engines there are.
struct EngineFinder {
  /// Where engines that let us choose keep their images.
  let store: String
  /// How buildah and podman keep containers apart from this machine.
  let isolation: Engine.Isolation
  /// Where BuildKit listens; nothing for where it usually does.
  let address: String?
  let runner = ProcessRunner(heedsInterruption: true)

  /// The engine of this kind; of any kind, the first that there is.
  func engine(_ kind: Engine.Kind?) throws(Failure) -> Engine {
    for kind in kind.map({ [$0] }) ?? Engine.Kind.allCases {
      if let engine = find(kind) { return engine }
    }
    throw kind.map { Self.missing($0) } ?? Self.missing
  }

  private func find(_ kind: Engine.Kind) -> Engine? {
    switch kind {
    case .docker: docker()
    case .podman: withStore(.podman, ["--version"])
    case .buildah: withStore(.buildah, ["--version"])
    case .buildctl: buildctl()
    }
  }

  /// Docker counts where its daemon answers.
  private func docker() -> Engine? {
    guard let version = ask(["docker", "version", "--format", "{{.Server.Version}}"]) else { return nil }
    var engine = Engine(.docker, version: version, program: ["docker"])
    engine.hasBuildKit = ask(["docker", "buildx", "version"]) != nil
    return engine
  }

  private func buildctl() -> Engine? {
    let target = address.map { ["--addr", $0] } ?? []
    guard let version = ask(["buildctl", "--version"]), ask(["buildctl"] + target + ["debug", "workers"]) != nil else {
      return nil
    }
    let number = version.split(separator: " ").first { $0.hasPrefix("v") || $0.first?.isNumber == true }
    var engine = Engine(.buildctl, version: String(number ?? "").filter { $0 != "v" }, program: ["buildctl"])
    engine.address = address
    return engine
  }

  /// An engine that keeps its images where we say.
  private func withStore(_ kind: Engine.Kind, _ question: [String]) -> Engine? {
    guard let answer = ask([kind.rawValue] + question) else { return nil }
    let version = answer.split(separator: " ").first { $0.first?.isNumber == true }
    let program = [
      kind.rawValue, "--root", "\(store)/\(kind.rawValue)/root", "--runroot", "\(store)/\(kind.rawValue)/run",
    ]
    var engine = Engine(kind, version: String(version ?? ""), program: program)
    engine.isolation = isolation
    engine.hasNamespaces = kind == .buildah && isolation == .chroot && hasNamespaces
    return engine
  }

  private var hasNamespaces: Bool {
    let words = [
      "unshare", "--net", "--pid", "--ipc", "--uts", "--mount", "--mount-proc", "--fork", "--kill-child", "true",
    ]
    return runner.run(EngineCommand(words, seconds: 10)).isFine
  }

  /// What a program answers in its first line; nothing where it is not there, or fails.
  private func ask(_ words: [String]) -> String? {
    let outcome = runner.run(EngineCommand(words, seconds: 20))
    guard outcome.isFine else { return nil }
    return OutputPattern.lines(of: outcome.output).first?.trimmed.string ?? ""
  }

  // MARK: Where there is none

  private static func missing(_ kind: Engine.Kind) -> Failure {
    switch kind {
    case .docker:
      Failure(
        "No docker: the program is not there, or its daemon does not answer",
        advice: "Install it (https://docs.docker.com/engine/install/) and start its daemon, or take another --engine")
    case .podman:
      Failure("No podman on PATH", advice: "Install it ('apt-get install podman'), or take another --engine")
    case .buildah:
      Failure("No buildah on PATH", advice: "Install it ('apt-get install buildah'), or take another --engine")
    case .buildctl:
      Failure(
        "No buildctl, or no BuildKit that it can speak to",
        advice: "Install it (https://github.com/moby/buildkit) and say where BuildKit listens with --addr")
    }
  }

  private static let missing = Failure(
    "No engine: neither docker, podman, buildah nor buildctl can be used",
    advice: "On Debian and Ubuntu 'apt-get install buildah' is enough; 'rutter run --dry-run' needs none")
}
