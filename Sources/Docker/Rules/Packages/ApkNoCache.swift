import Shell
import Source

extension DockerfileRule {
  /// apk keeps no index.
  static let apkNoCache = DockerfileRule(
    Rule(
      "dockerfile/apk-no-cache", .info, "Let apk keep no index in the image",
      advice: "Add '--no-cache'",
      aliases: ["DL3019"], fix: .safe)
  ) { inspection, findings in
    guard inspection.mayCall(.apk) else { return }
    for script in inspection.scripts where inspection.isInImage(script.occurrence) {
      for call in script.calls {
        guard let call = PackageCall(call, of: .apk), call.does(["add"]), let command = call.command,
          !call.hasFlag("no-cache", "no-network"),
          !cache.isMounted(script.occurrence.instruction, in: inspection.file)
        else { continue }
        let isRemoved = script.calls.contains { $0.removes(where: cache.isCovered) }
        let written = inspection.file[command.range].string
        findings.report(
          isRemoved
            ? "'\(call.title)' keeps an index that is removed again: '--no-cache' keeps none"
            : "'\(call.title)' leaves its index in the layer without '--no-cache'", at: command.range,
          fix: inspection.file.replacing(command.range, with: written + " --no-cache", "Add '--no-cache'", isSafe: true)
        )
      }
    }
  }

  private static let cache = PackageCache(
    manager: .apk,
    isCovered: { $0.covers("/var/cache/apk") || $0.covers("/etc/apk/cache") },
    isFilled: { $0.does(["add"]) },
    isEmptied: { call, _ in call.isAbout("cache") && call.does(["clean"]) })
}
