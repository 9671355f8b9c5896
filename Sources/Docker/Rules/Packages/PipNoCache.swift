import Shell
import Source

extension DockerfileRule {
  /// pip keeps no cache.
  static let pipNoCache = DockerfileRule(
    Rule(
      "dockerfile/pip-no-cache", .info, "Let pip keep no cache in the image",
      advice: "Add '--no-cache-dir', or set 'PIP_NO_CACHE_DIR=1'",
      aliases: ["DL3042"])
  ) { inspection, findings in
    var setting = Inherited<[UInt8]?>(nil, in: inspection)
    inspection.eachScript { script, occurrence in
      guard let script else {
        setting.inherit(occurrence)
        if let value = noCacheSetting(by: occurrence.instruction, inspection) { setting[occurrence] = value }
        return
      }
      guard inspection.isInImage(occurrence), !cache.isMounted(occurrence.instruction, in: inspection.file) else {
        return
      }
      check(script.calls, setting[occurrence], inspection.file, &findings)
    }
  }

  private static let cache = PackageCache(
    manager: .pip,
    // Where it lies depends on the user, and on PIP_CACHE_DIR.
    isCovered: { $0.contains("/.cache") || $0.lastComponent.contains("pip") },
    isFilled: { $0.does(["install"]) && !$0.hasFlag("no-cache-dir", "no-cache") },
    isEmptied: { call, _ in call.isAbout("cache") && call.does(["purge"]) })

  private static func check(_ calls: [Call], _ setting: [UInt8]?, _ file: Dockerfile, _ findings: inout Findings) {
    guard let call = cache.leftover(of: calls), let command = call.command else { return }
    let value = call.call.ownSetting ?? calls.lazy.compactMap { $0.exportedSetting }.first ?? setting
    guard let value, !value.isEmpty else {
      let written = file[command.range].string
      return findings.report(
        "'\(call.title)' leaves its cache in the layer without '--no-cache-dir'", at: command.range,
        fix: file.replacing(command.range, with: written + " --no-cache-dir", "Add '--no-cache-dir'", isSafe: true))
    }
    guard value[...].isAny(of: ["0", "n", "no", "f", "false", "off"]) else { return }
    findings.report(
      "'\(call.title)' keeps no cache, though PIP_NO_CACHE_DIR is '\(value[...].string)': every value means yes",
      at: command.range)
  }

  /// The value that ENV or ARG gives the variable, without quotes.
  private static func noCacheSetting(by instruction: Instruction, _ inspection: Inspection) -> [UInt8]? {
    guard instruction.keyword == .env || instruction.keyword == .arg, case .pairs(let pairs) = instruction.arguments
    else { return nil }
    for pair in pairs where inspection.file[pair.name] == "PIP_NO_CACHE_DIR" {
      guard let value = pair.value else { continue }
      // What only a variable says is taken for a yes.
      return inspection.literal(value).map(Array.init) ?? [UInt8(ascii: "1")]
    }
    return nil
  }
}

extension Call {
  /// The value of `PIP_NO_CACHE_DIR=1 pip install`.
  fileprivate var ownSetting: [UInt8]? {
    for assignment in script.assignments(of: command) where script[assignment.name] == "PIP_NO_CACHE_DIR" {
      return Array(script[assignment.value])
    }
    return nil
  }

  /// The value of `export PIP_NO_CACHE_DIR=1`.
  fileprivate var exportedSetting: [UInt8]? {
    guard name == "export" else { return nil }
    for word in arguments where self[word].hasPrefix("PIP_NO_CACHE_DIR=") {
      return Array(self[word].dropFirst("PIP_NO_CACHE_DIR=".utf8.count))
    }
    return nil
  }
}
