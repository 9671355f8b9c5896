import Shell
import Source

extension DockerfileRule {
  /// The lists of apt are removed where they are fetched.
  static let removeAptLists = DockerfileRule(
    Rule(
      "dockerfile/remove-apt-lists", .info, "Remove the lists of apt in the RUN that fetches them",
      advice: "End the RUN with 'rm -rf /var/lib/apt/lists/*'",
      aliases: ["DL3009"])
  ) { inspection, findings in
    guard inspection.mayCall(.apt) else { return }
    var keepsPackages = Inherited(false, in: inspection)
    inspection.eachScript { script, occurrence in
      guard let script else { return keepsPackages.inherit(occurrence) }
      if script.calls.contains(where: { $0.keepsPackages }) { keepsPackages[occurrence] = true }
      guard inspection.isInImage(occurrence) else { return }
      if let call = lists.leftovers(of: script.calls).last,
        !lists.isMounted(occurrence.instruction, in: inspection.file)
      {
        findings.report(
          "'\(call.title)' leaves its lists in the layer: 'rm -rf /var/lib/apt/lists/*' is missing behind it",
          at: call.place)
      } else if keepsPackages[occurrence], let call = archives.leftovers(of: script.calls).last,
        !archives.isMounted(occurrence.instruction, in: inspection.file)
      {
        findings.report(
          "'\(call.title)' leaves packages in the layer: 'docker-clean', which removes them, is off", at: call.place)
      }
    }
  }

  private static let lists = PackageCache(
    manager: .aptLike,
    isCovered: { $0.covers("/var/lib/apt/lists") },
    isFilled: { $0.does(["update"]) },
    isEmptied: { call, _ in call.does(["dist-clean", "distclean"]) })

  private static let archives = PackageCache(
    manager: .aptLike,
    isCovered: { $0.covers("/var/cache/apt/archives") },
    isFilled: { $0.does(["install", "upgrade", "dist-upgrade", "full-upgrade"]) },
    isEmptied: { call, _ in call.does(["clean", "dist-clean", "distclean"]) })
}

extension Call {
  /// Whether it switches off that apt removes packages after it has installed them, as Debian's images make it do.
  fileprivate var keepsPackages: Bool {
    removes { $0.contains("/docker-clean") }
      || (name == "echo" || name == "printf") && arguments.contains { self[$0].contains("Keep-Downloaded-Packages") }
  }
}
