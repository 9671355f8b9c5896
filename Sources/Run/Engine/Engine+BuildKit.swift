/// What `buildctl` is told. It only builds: a session becomes one more step of a build, whose output it shows.
extension Engine {
  func buildctlBuild(_ build: ImageBuild, in sandbox: Sandbox) -> EngineCommand {
    let output = ["--output", "type=oci,tar=false,dest=\(Self.layout(of: build.name, beside: build.context))"]
    return buildctl(build, in: sandbox, output)
  }

  /// Builds a step that runs a session, for its output alone.
  func buildctlSession(_ build: ImageBuild, in sandbox: Sandbox) -> EngineCommand {
    buildctl(build, in: sandbox, ["--no-cache"])
  }

  private func buildctl(_ build: ImageBuild, in sandbox: Sandbox, _ more: [String]) -> EngineCommand {
    let file = build.dockerfile.split(separator: "/").last.map(String.init) ?? "Dockerfile"
    let folder = String(build.dockerfile.dropLast(file.count + 1))
    var words =
      (address.map { ["--addr", $0] } ?? []) + ["build", "--progress", "plain", "--frontend", "dockerfile.v0"]
    words += ["--local", "context=\(build.context)", "--local", "dockerfile=\(folder)", "--opt", "filename=\(file)"]
    if !sandbox.hasNetwork { words += ["--opt", "force-network-mode=none"] }
    for argument in build.arguments { words += ["--opt", "build-arg:\(argument)"] }
    if let target = build.target { words += ["--opt", "target=\(target)"] }
    for (name, folder) in build.layouts {
      words += ["--oci-layout", "\(Self.store(name))=\(folder)"]
      words += ["--opt", "context:\(name)=oci-layout://\(Self.store(name))"]
    }
    return command(words + more, seconds: sandbox.seconds)
  }

  /// Where the image of that name is put.
  static func layout(of name: String, beside context: String) -> String {
    let folder = context.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    return folder + "/image-" + store(name)
  }

  /// A name without slashes and colons.
  private static func store(_ name: String) -> String {
    String(name.map { $0 == "/" || $0 == ":" ? "-" : $0 })
  }
}
