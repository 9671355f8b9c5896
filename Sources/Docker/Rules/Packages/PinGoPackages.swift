import Shell
import Source

extension DockerfileRule {
  /// Packages that go fetches have versions.
  static let pinGoPackages = DockerfileRule(
    Rule(
      "dockerfile/pin-go-packages", .info, "Name packages of Go with their version",
      advice: "Write 'package@version'",
      aliases: ["DL3062"])
  ) { inspection, findings in
    guard inspection.mayCall(.go) else { return }
    var hasModule = Inherited(false, in: inspection)
    inspection.eachScript { script, occurrence in
      guard let script else {
        hasModule.inherit(occurrence)
        if occurrence.instruction.keyword == .copy || occurrence.instruction.keyword == .add {
          hasModule[occurrence] = true
        }
        return
      }
      for call in script.calls {
        if call.name == "git" || call.name == "cd" { hasModule[occurrence] = true }
        guard let fetch = PackageCall(call, of: .go), fetch.does(PackageManager.go.installs) else { continue }
        var packages = fetch.unpinned(of: .go, script, inspection)
        // What follows the package is for the program that runs.
        if fetch.does(["run"]), let first = fetch.operands.first {
          packages.removeAll { $0.word.range != first.range }
        }
        // A module at hand says which version; to get one is to change it.
        if hasModule[occurrence], !fetch.does(["get"]) { packages.removeAll { !$0.isLatest } }
        findings.report(packages, mark: "@")
      }
    }
  }
}
