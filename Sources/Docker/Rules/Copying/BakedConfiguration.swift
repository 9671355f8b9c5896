import Source

extension DockerfileRule {
  /// What differs between environments is given when a container starts.
  static let bakedConfiguration = DockerfileRule(
    Rule(
      "dockerfile/baked-configuration", .info, "Give a container its configuration when it starts",
      advice: "Pass it as environment variables, a mounted file or a ConfigMap, and ship one image everywhere"),
    on: .copy, .add
  ) { occurrence, inspection, findings in
    guard inspection.shipped.includes(occurrence), !inspection.surroundings.isFragment else { return }
    for copied in CopiedFile.all(of: occurrence.instruction, in: inspection.file) {
      guard let environment = environment(in: copied.name) else { continue }
      findings.report(
        "'\(copied.path.string)' in the image: configuration for '\(environment.string)' alone", at: copied.range)
    }
  }

  /// The environment in the name of a file of settings, such as that in `config.prod.yml`.
  private static func environment(in name: Bytes) -> Bytes? {
    guard !name.hasPrefix("."), let dot = name.lastIndex(of: UInt8(ascii: ".")), isSettings(name[(dot + 1)...]) else {
      return nil
    }
    let words = name[..<dot].split { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
    guard words.count > 1, words.contains(where: { isConfiguration($0.lowercased[...]) }) else { return nil }
    return words.dropFirst().first { isEnvironment($0.lowercased[...]) }
  }

  private static func isSettings(_ ending: Bytes) -> Bool {
    switch ending {
    case "yml", "yaml", "json", "toml", "properties", "ini", "conf", "cfg", "xml", "js", "ts", "py", "env": true
    default: false
    }
  }

  private static func isConfiguration(_ word: Bytes) -> Bool {
    switch word {
    case "config", "configuration", "conf", "settings", "appsettings", "application", "app", "env", "environment",
      "parameters", "database", "nginx":
      true
    default: false
    }
  }

  private static func isEnvironment(_ word: Bytes) -> Bool {
    switch word {
    case "prod", "production", "stage", "staging", "qa", "uat", "preprod", "live": true
    default: false
    }
  }
}
