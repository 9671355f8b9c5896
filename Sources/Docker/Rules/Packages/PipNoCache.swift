import Shell
import Source

extension DockerfileRule {
  /// pip keeps no cache.
  static let pipNoCache = DockerfileRule(
    Rule(
      "dockerfile/pip-no-cache", .info, "Let pip keep no cache in the image",
      advice: "Add '--no-cache-dir', or set 'PIP_NO_CACHE_DIR=1'",
      aliases: ["DL3042"], fix: .safe)
  ) { inspection, findings in
    guard inspection.mayCall(.pip) else { return }
    for script in inspection.scripts {
      guard inspection.isInImage(script.occurrence),
        !cache.isMounted(script.occurrence.instruction, in: inspection.file)
      else { continue }
      let setting = inspection.environment(of: script.occurrence)[variable]?.value
      check(script.calls, setting, inspection.file, &findings)
    }
  }

  private static let variable = Array("PIP_NO_CACHE_DIR".utf8)[...]

  private static let cache = PackageCache(
    manager: .pip,
    // Where it lies depends on the user, and on PIP_CACHE_DIR.
    isCovered: { $0.contains("/.cache") || $0.lastComponent.contains("pip") },
    isFilled: { $0.does(["install"]) && !$0.hasFlag("no-cache-dir", "no-cache") },
    isEmptied: { call, _ in call.isAbout("cache") && call.does(["purge"]) })

  private static func check(_ calls: [Call], _ setting: Bytes?, _ file: Dockerfile, _ findings: inout Findings) {
    let exported = calls.lazy.compactMap { $0.exportedSetting }.first ?? setting
    for call in cache.leftovers(of: calls) {
      guard let command = call.command else { continue }
      guard let value = call.call.ownSetting ?? exported, !value.isEmpty else {
        let written = file[command.range].string
        findings.report(
          "'\(call.title)' leaves its cache in the layer without '--no-cache-dir'", at: command.range,
          fix: file.replacing(command.range, with: written + " --no-cache-dir", "Add '--no-cache-dir'", isSafe: true))
        continue
      }
      guard value.lowercased[...].isAny(of: ["0", "n", "no", "f", "false", "off"]) else { continue }
      findings.report(
        "'\(call.title)' keeps no cache, though PIP_NO_CACHE_DIR is '\(value.string)': every value means yes",
        at: command.range)
    }
  }
}

extension Call {
  /// The value of `PIP_NO_CACHE_DIR=1 pip install`.
  fileprivate var ownSetting: Bytes? {
    for assignment in script.assignments(of: command) where script[assignment.name] == "PIP_NO_CACHE_DIR" {
      return script[assignment.value]
    }
    return nil
  }

  /// The value of `export PIP_NO_CACHE_DIR=1`.
  fileprivate var exportedSetting: Bytes? {
    guard name == "export" else { return nil }
    for word in arguments where self[word].hasPrefix("PIP_NO_CACHE_DIR=") {
      return self[word].dropFirst("PIP_NO_CACHE_DIR=".utf8.count)
    }
    return nil
  }
}
