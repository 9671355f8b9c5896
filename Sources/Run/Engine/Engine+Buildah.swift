/// What buildah is told. It builds images and runs commands in working containers; `docker run` is put together of that.
extension Engine {
  func buildahBuild(_ build: ImageBuild, in sandbox: Sandbox) -> EngineCommand {
    var words = ["build", "--isolation", isolation.rawValue, "--layers", "--pull=never", "--format", "docker"]
    words += limits(sandbox) + Self.options(build)
    let all = words + ["--tag", build.name, "--file", build.dockerfile, build.context]
    return walledOff(command(all, seconds: sandbox.seconds), sandbox)
  }

  /// What holds a snippet to its sandbox, as far as buildah can.
  private func limits(_ sandbox: Sandbox) -> [String] {
    guard isolation == .oci else { return Self.processLimits(sandbox) }
    let network = sandbox.hasNetwork ? [] : ["--network", "none"]
    return network + [
      "--memory", "\(sandbox.memory)", "--cpu-period", "100000", "--cpu-quota", "\(sandbox.processors * 1_000)",
    ]
  }

  /// Makes a working container.
  func buildahFrom(_ run: ContainerRun, in sandbox: Sandbox) -> EngineCommand {
    let words = ["from", "--pull=never", "--name", run.name] + limits(sandbox) + [run.image]
    return command(words, seconds: sandbox.seconds)
  }

  /// Runs a command in a working container. `words` are all of it: buildah knows no entrypoint.
  func buildahRun(_ run: ContainerRun, _ words: [String], in sandbox: Sandbox) -> EngineCommand {
    var flags = ["run", "--isolation", isolation.rawValue]
    if isolation == .oci, !sandbox.hasNetwork { flags += ["--network", "none"] }
    for mount in sandbox.mounts { flags += ["--volume", "\(mount.source):\(mount.target):ro"] }
    for mount in run.volumes {
      flags +=
        mount.isMemory
        ? ["--mount", "type=tmpfs,destination=\(mount.target)"]
        : ["--volume", "\(mount.source):\(mount.target)" + (mount.isReadOnly ? ":ro" : "")]
    }
    for variable in run.environment { flags += ["--env", variable] }
    if let directory = run.workingDirectory { flags += ["--workingdir", directory] }
    if let user = run.user { flags += ["--user", user] }
    return walledOff(command(flags + [run.name, "--"] + words, seconds: sandbox.seconds), sandbox)
  }

  /// Fills an empty volume with what the image has at its place, as docker does.
  func buildahFill(_ mount: RunCall.Mount, from container: String, seconds: Int) -> EngineCommand {
    let script = """
      volume=$1 path=$2; shift 2; [ -z "$(ls -A "$volume")" ] || exit 0
      root=$("$@") || exit 1; [ ! -d "$root$path" ] || cp -a "$root$path/." "$volume/"
      """
    let words = ["sh", "-c", script, "sh", mount.source, mount.target] + program + ["mount", container]
    return EngineCommand(words, seconds: seconds)
  }

  /// Puts namespaces of our own around a command: no network, none of this machine's processes, and of its devices only
  /// those that do no harm. What is left running when the command ends is ended with it.
  private func walledOff(_ command: EngineCommand, _ sandbox: Sandbox) -> EngineCommand {
    guard hasNamespaces, isolation == .chroot else { return command }
    var walled = command
    let network = sandbox.hasNetwork ? [] : ["--net"]
    walled.words =
      ["unshare"] + network + ["--pid", "--ipc", "--uts", "--mount", "--mount-proc", "--fork", "--kill-child"]
      + ["sh", "-c", Self.fewDevices, "sh"] + command.words
    return walled
  }

  private static let fewDevices = """
    d=$(mktemp -d) && mount -t tmpfs -o mode=755,nosuid dev "$d" && mkdir "$d/pts" "$d/shm" "$d/mqueue" && \
    cp -a /dev/null /dev/zero /dev/full /dev/random /dev/urandom /dev/tty "$d" && \
    ln -s /proc/self/fd "$d/fd" && ln -s fd/0 "$d/stdin" && ln -s fd/1 "$d/stdout" && ln -s fd/2 "$d/stderr" && \
    ln -s pts/ptmx "$d/ptmx" && mount -t devpts -o newinstance,ptmxmode=0666 devpts "$d/pts" && \
    mount -t tmpfs -o mode=1777 shm "$d/shm" && mount --move "$d" /dev && rmdir "$d" || exit 125
    ! command -v ip >/dev/null || ip link set lo up 2>/dev/null
    exec "$@"
    """
}
