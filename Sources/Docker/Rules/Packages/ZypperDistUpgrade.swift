import Source

extension DockerfileRule {
  /// The base image decides on the release.
  static let zypperDistUpgrade = DockerfileRule(
    Rule(
      "dockerfile/zypper-dist-upgrade", .info, "Leave the release to the base image",
      advice: "Start from a newer image",
      aliases: ["DL3035"])
  ) { inspection, findings in
    guard inspection.mayCall(.zypper) else { return }
    for script in inspection.scripts {
      for call in script.calls {
        guard let call = PackageCall(call, of: .zypper), call.does(["dist-upgrade", "dup"]) else { continue }
        findings.report("'\(call.title)' replaces the base image by what there is today", at: call.place)
      }
    }
  }
}
