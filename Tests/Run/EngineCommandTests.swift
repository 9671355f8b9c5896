import Source
import Testing

@testable import Run

/// What engines are told, word by word.
@Suite struct EngineCommandTests {
  private static func engine(_ kind: Engine.Kind, _ change: (inout Engine) -> Void = { _ in }) -> Engine {
    var engine = Engine(kind, version: kind == .buildah ? "1.28.2" : "28.0.0", program: [kind.rawValue])
    change(&engine)
    return engine
  }

  private static let buildah = engine(.buildah) { $0.isolation = .chroot }
  private static let walled = engine(.buildah) {
    $0.isolation = .chroot
    $0.hasNamespaces = true
  }

  private var build: ImageBuild {
    var build = ImageBuild(name: "localhost/n", context: "/w/1/files", dockerfile: "/w/1/dockerfile/Dockerfile")
    build.arguments = ["A=b c"]
    build.target = "last"
    build.layouts = [("localhost/base", "/w/0/image-localhost-base")]
    return build
  }

  private var sandbox: Sandbox {
    var sandbox = Sandbox()
    sandbox.memory = 1000
    sandbox.processors = 150
    sandbox.seconds = 9
    return sandbox
  }

  /// An engine, and how it is told to build.
  @Test(arguments: [
    (
      Self.buildah,
      "buildah build --isolation chroot --layers --pull=never --format docker --ulimit data=1000:1000 --ulimit cpu=9:9 --build-arg 'A=b c' --target last --tag localhost/n --file /w/1/dockerfile/Dockerfile /w/1/files"
    ),
    (
      Self.engine(.buildah),
      "buildah build --isolation oci --layers --pull=never --format docker --network none --memory 1000 --cpu-period 100000 --cpu-quota 150000 --build-arg 'A=b c' --target last --tag localhost/n --file /w/1/dockerfile/Dockerfile /w/1/files"
    ),
    (
      Self.engine(.podman) { $0.isolation = .chroot },
      "podman build --force-rm --isolation chroot --layers --pull=never --format docker --ulimit data=1000:1000 --ulimit cpu=9:9 --build-arg 'A=b c' --target last --tag localhost/n --file /w/1/dockerfile/Dockerfile /w/1/files"
    ),
    (
      Self.engine(.docker),
      "DOCKER_BUILDKIT=0 docker build --force-rm --network none --memory 1000 --memory-swap 1000 --cpu-period 100000 --cpu-quota 150000 --build-arg 'A=b c' --target last --tag localhost/n --file /w/1/dockerfile/Dockerfile /w/1/files"
    ),
    (
      Self.engine(.docker) { $0.hasBuildKit = true },
      "DOCKER_BUILDKIT=1 docker buildx build --load --progress plain --network none --build-arg 'A=b c' --target last --tag localhost/n --file /w/1/dockerfile/Dockerfile /w/1/files"
    ),
    (
      Self.engine(.buildctl) { $0.address = "tcp://b:1" },
      "buildctl --addr tcp://b:1 build --progress plain --frontend dockerfile.v0 --local context=/w/1/files --local dockerfile=/w/1/dockerfile --opt filename=Dockerfile --opt force-network-mode=none --opt 'build-arg:A=b c' --opt target=last --oci-layout localhost-base=/w/0/image-localhost-base --opt context:localhost/base=oci-layout://localhost-base --output type=oci,tar=false,dest=/w/1/image-localhost-n"
    ),
  ])
  func `each engine is told to build`(engine: Engine, line: String) {
    let command = engine.build(build, in: sandbox)
    #expect(command.line == line)
    #expect(command.seconds == 9)
  }

  @Test func `what asks for the network is not cut off`() {
    var open = sandbox
    open.hasNetwork = true
    for kind in Engine.Kind.allCases {
      let line = Self.engine(kind).build(build, in: open).line
      #expect(!line.contains("network"), "\(line)")
    }
    #expect(!Self.walled.build(build, in: open).words.contains("--net"))
    #expect(Self.walled.build(build, in: sandbox).words.prefix(2) == ["unshare", "--net"])
  }

  private var run: ContainerRun {
    var run = ContainerRun(name: "c1", image: "web", arguments: ["a", "b c"])
    run.entrypoint = ""
    run.environment = ["K=v"]
    run.volumes = [
      .init(source: "v", target: "/v", isReadOnly: true, isMemory: false),
      .init(source: "", target: "/m", isReadOnly: false, isMemory: true),
    ]
    run.workingDirectory = "/w"
    run.user = "7"
    run.ports = ["80"]
    return run
  }

  @Test func `docker and podman are told to run`() {
    var sandbox = sandbox
    sandbox.mounts = [.init(source: "/data", target: "/d")]
    let behind =
      "run --name c1 --pull=never --rm --network none --memory 1000 --memory-swap 1000 --cpus 1.50 --pids-limit 256 --security-opt no-new-privileges --mount type=bind,source=/data,target=/d,ro --mount type=volume,source=v,target=/v,ro --mount type=tmpfs,target=/m --env K=v --workdir /w --user 7 --publish 127.0.0.1::80 --entrypoint '' web a 'b c'"
    #expect(Self.engine(.podman).dockerRun(run, in: sandbox).line == "podman " + behind)
    #expect(Self.engine(.docker).dockerRun(run, in: sandbox).line == "DOCKER_BUILDKIT=0 docker " + behind)
  }

  @Test func `buildah makes a container and runs words in it`() {
    #expect(
      Self.buildah.buildahFrom(run, in: sandbox).line
        == "buildah from --pull=never --name c1 --ulimit data=1000:1000 --ulimit cpu=9:9 web")
    var sandbox = sandbox
    sandbox.mounts = [.init(source: "/data", target: "/d")]
    #expect(
      Self.buildah.buildahRun(run, ["x", "y z"], in: sandbox).line
        == "buildah run --isolation chroot --volume /data:/d:ro --volume v:/v:ro --mount type=tmpfs,destination=/m --env K=v --workingdir /w --user 7 c1 -- x 'y z'"
    )
    let walled = Self.walled.buildahRun(run, ["x"], in: sandbox).words
    #expect(walled.suffix(3) == ["c1", "--", "x"])
    #expect(["--net", "--pid", "--ipc", "--uts", "--mount", "--kill-child"].allSatisfy(walled.contains))
  }

  @Test func `an engine tells what it cannot enforce`() {
    #expect(Self.walled.unenforced(sandbox) == [.memoryInAll, .processors, .processes])
    #expect(Self.buildah.unenforced(sandbox).contains(.network))
    #expect(Self.engine(.docker).unenforced(sandbox) == [.processesOfBuilds])
  }

  @Test(arguments: [
    (Engine.Kind.buildah, "1.28.2", false), (.buildah, "1.33.0", true), (.buildah, "2.0", true),
    (.podman, "4.3.1", false), (.podman, "4.9.0", true), (.podman, "5.0", true), (.buildctl, "0.12", true),
    (.docker, "28.0", false),
  ])
  func `who reads heredocs is known`(kind: Engine.Kind, version: String, has: Bool) {
    #expect(Engine(kind, version: version, program: []).hasHeredocs == has)
  }

  @Test(arguments: [
    ("a b", "'a b'"), ("", "''"), ("it's", "'it'\\''s'"), ("a=b", "a=b"), ("$x", "'$x'"), ("a\nb", "'a\nb'"),
  ])
  func `words are quoted for a shell`(word: String, quoted: String) {
    #expect(EngineCommand.quoted(word) == quoted)
  }

  @Test func `only the page's own words are what BuildKit shows of a session`() {
    let output = "#1 [internal] load\n#7 0.123 hello\n#7 0.200   two\n#7 DONE 0.3s\n#8 exporting\n#12 1.5 \n"
    #expect(EngineNoise.stepOutput(in: Array(output.utf8)) == Array("hello\n  two\n\n".utf8))
  }

  @Test(arguments: [
    ("out\nsubprocess exited with status 3\nsubprocess exited with status 3\nError: exit status 3\n", "out\n"),
    ("Error: exit status 1\nout", "Error: exit status 1\nout"), ("", ""), ("subprocess exited on killed", ""),
  ])
  func `what buildah adds is taken away`(output: String, rest: String) {
    #expect(EngineNoise.removed(from: Array(output.utf8)) == Array(rest.utf8))
  }
}

/// Command lines that speak to an engine.
@Suite struct EngineCallTests {
  private func call(_ text: String) throws -> EngineCall { try EngineCall(Array(text.utf8)) }

  @Test func `a run is read`() throws {
    let line =
      "docker container run --rm -itd --name=web -e A=1 --env B -p 8080:80 -v data:/d:ro --mount type=tmpfs,dst=/t -w /w -u 7 --entrypoint '' --init img -x \"two words\" --rm"
    guard case .run(let run) = try call(line) else { return #expect(Bool(false)) }
    #expect(run.isRemoved && run.isDetached)
    #expect((run.name, run.entrypoint, run.image) == ("web", "", "img"))
    #expect(run.environment == ["A=1", "B"])
    #expect(run.ports == ["8080:80"])
    #expect((run.workingDirectory, run.user) == ("/w", "7"))
    #expect(
      run.mounts == [
        .init(source: "data", target: "/d", isReadOnly: true, isMemory: false),
        .init(source: "", target: "/t", isReadOnly: false, isMemory: true),
      ])
    #expect(run.others == ["--init"])
    #expect(run.arguments == ["-x", "two words", "--rm"])
  }

  @Test func `a build is read`() throws {
    guard case .build(let build) = try call("docker buildx build -t web --build-arg=A=b --target x -f D .") else {
      return #expect(Bool(false))
    }
    #expect((build.tag, build.target) == ("web", "x"))
    #expect(build.arguments == ["A=b"])
  }

  @Test(arguments: [
    ("docker volume rm -f a b", EngineCall.OtherCall.Verb.volumeRemove, ["-f"], ["a", "b"]),
    ("docker volume ls", .volumeList, [], []), ("docker rm -f web", .remove, ["-f"], ["web"]),
    ("docker exec -it web ls -l", .execute, [], ["web", "ls", "-l"]), ("docker logs web", .logs, [], ["web"]),
    ("podman port web", .port, [], ["web"]),
  ])
  func `others are read`(line: String, verb: EngineCall.OtherCall.Verb, flags: [String], operands: [String]) throws {
    guard case .other(let call) = try call(line) else { return #expect(Bool(false)) }
    #expect((call.verb, call.flags, call.operands) == (verb, flags, operands))
  }

  @Test(arguments: [
    ("curl -s http://localhost:8080/a", 8080, "/a"), ("curl 127.0.0.1", 80, "/"), ("curl http://localhost", 80, "/"),
  ])
  func `a published port is asked`(line: String, port: Int, path: String) throws {
    guard case .fetch(let fetch) = try call(line) else { return #expect(Bool(false)) }
    #expect((fetch.port, fetch.path) == (port, path))
  }

  @Test(arguments: [
    "curl http://example.org/", "curl http://localhost.example.org:80/", "curl -o /etc/passwd http://localhost/",
    "curl http://localhost:8080@example.org/", "docker run", "docker", "docker run a > b", "docker run $(id)",
    "docker run a & docker run b", "A=1 docker run b", "docker run *", "sudo docker run a", "docker run 'a",
    "docker run -v ./x:/x a", "docker run --mount type=bind,src=/,dst=/h a", "docker run --pid host a",
    "docker run --network host a", "docker cp a:/x .", "docker exec -u 0 a id", "docker build --secret id=x .",
  ])
  func `what could reach this machine is refused`(line: String) {
    #expect(throws: UnsupportedCommand.self) { try call(line) }
  }
}
