import Shell
import Source

extension DockerfileRule {
  /// Compilers stay in the stage that builds.
  static let shippedBuildTools = DockerfileRule(
    Rule(
      "dockerfile/shipped-build-tools", .info, "Leave compilers and build tools in a stage of their own",
      advice: "Build in one stage, and copy what is built into another that ships")
  ) { inspection, findings in
    guard inspection.shipped.isApplication else { return }
    for script in inspection.scripts where inspection.shipped.includes(script.occurrence) {
      guard !script.calls.contains(where: { removesPackages($0) }) else { continue }
      let tools = script.calls.flatMap { installed(by: $0) }.filter { isBuildTool(script.script[$0]) }
      guard let first = tools.first else { continue }
      let others = tools.count > 1 ? " and \(tools.count - 1) more build tools" : ""
      findings.report(
        "'\(script.script[first].string)'\(others) in the image that ships, build in a stage of its own",
        at: first.range)
    }
  }

  /// The packages that a command installs.
  static func installed(by call: Call) -> ArraySlice<Script.Word> {
    let operands = call.operands
    guard let first = operands.first else { return [] }
    switch call.name {
    case "apt-get", "apt", "aptitude", "dnf", "microdnf", "yum", "zypper":
      guard call[first] == "install" || call[first] == "in" else { return [] }
    case "apk": guard call[first] == "add" else { return [] }
    default: return []
    }
    return operands.dropFirst()
  }

  private static func removesPackages(_ call: Call) -> Bool {
    guard let first = call.operands.first else { return false }
    switch call.name {
    case "apt-get", "apt", "aptitude", "dnf", "microdnf", "yum", "zypper":
      let action = call[first]
      return action == "remove" || action == "purge" || action == "autoremove" || action == "erase"
        || call.hasFlag("autoremove")
    case "apk": return call[first] == "del"
    default: return false
    }
  }

  private static func isBuildTool(_ package: Bytes) -> Bool {
    let name = package.prefix { $0 != UInt8(ascii: "=") }
    switch name {
    case "build-essential", "build-base", "alpine-sdk", "base-devel", "gcc", "g++", "gcc-c++", "clang", "make", "cmake",
      "automake", "autoconf", "libtool", "ninja", "ninja-build", "meson", "golang", "golang-go", "go", "rustc", "cargo",
      "rust", "maven", "gradle", "default-jdk", "python3-dev", "python-dev", "python3-devel", "linux-headers",
      "musl-dev", "libc6-dev", "libc-dev", "@development-tools":
      return true
    default: return false
    }
  }
}
