/// What docker and podman are told. Their command lines are nearly the same.
extension Engine {
  func dockerBuild(_ build: ImageBuild, in sandbox: Sandbox) -> EngineCommand {
    var words =
      kind == .docker && hasBuildKit ? ["buildx", "build", "--load", "--progress", "plain"] : ["build", "--force-rm"]
    if kind == .podman {
      words += ["--isolation", isolation.rawValue, "--layers", "--pull=never", "--format", "docker"]
    }
    if kind == .podman, isolation == .chroot { words += Self.processLimits(sandbox) }
    if !sandbox.hasNetwork, kind == .docker || isolation == .oci { words += ["--network", "none"] }
    if !hasBuildKit, kind == .docker || isolation == .oci {
      words += ["--memory", "\(sandbox.memory)", "--memory-swap", "\(sandbox.memory)"]
      words += ["--cpu-period", "100000", "--cpu-quota", "\(sandbox.processors * 1_000)"]
    }
    words += Self.options(build)
    return command(words + ["--tag", build.name, "--file", build.dockerfile, build.context], seconds: sandbox.seconds)
  }

  /// The arguments and the stage of a build.
  static func options(_ build: ImageBuild) -> [String] {
    build.arguments.flatMap { ["--build-arg", $0] } + (build.target.map { ["--target", $0] } ?? [])
  }

  /// Limits for each process alone, for an isolation that has none for all together.
  static func processLimits(_ sandbox: Sandbox) -> [String] {
    ["--ulimit", "data=\(sandbox.memory):\(sandbox.memory)", "--ulimit", "cpu=\(sandbox.seconds):\(sandbox.seconds)"]
  }

  /// Runs a container.
  func dockerRun(_ run: ContainerRun, in sandbox: Sandbox) -> EngineCommand {
    var words = ["run", "--name", run.name, "--pull=never"]
    if run.isRemoved { words.append("--rm") }
    if run.isDetached { words.append("--detach") }
    if !sandbox.hasNetwork { words += ["--network", "none"] }
    words += [
      "--memory", "\(sandbox.memory)", "--memory-swap", "\(sandbox.memory)", "--cpus", Self.share(sandbox.processors),
      "--pids-limit", "\(sandbox.processes)", "--security-opt", "no-new-privileges",
    ]
    for mount in sandbox.mounts {
      words += ["--mount", "type=bind,source=\(mount.source),target=\(mount.target),ro"]
    }
    for mount in run.volumes { words += ["--mount", Self.mount(mount)] }
    for variable in run.environment { words += ["--env", variable] }
    if let directory = run.workingDirectory { words += ["--workdir", directory] }
    if let user = run.user { words += ["--user", user] }
    for port in run.ports { words += ["--publish", "127.0.0.1::\(port)"] }
    if let entrypoint = run.entrypoint { words += ["--entrypoint", entrypoint] }
    return command(words + run.others + [run.image] + run.arguments, seconds: sandbox.seconds)
  }

  private static func mount(_ mount: RunCall.Mount) -> String {
    if mount.isMemory { return "type=tmpfs,target=\(mount.target)" }
    let source = mount.source.isEmpty ? "" : "source=\(mount.source),"
    return "type=volume,\(source)target=\(mount.target)" + (mount.isReadOnly ? ",ro" : "")
  }

  /// Hundredths of a processor as docker writes them.
  static func share(_ hundredths: Int) -> String {
    let rest = hundredths % 100
    return "\(hundredths / 100)" + (rest == 0 ? "" : rest < 10 ? ".0\(rest)" : ".\(rest)")
  }
}
