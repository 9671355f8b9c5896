public import Source

/// The rules about `site.yaml`.
public enum SettingsRules {
  private static let rules = [
    MetadataRule(
      rule: Rule(
        "site/settings-syntax", .error, "Write settings as YAML",
        advice: "Mend the YAML; what could be read of it counts, the rest is left out")
    ) { !$0.isUnknownKey && !$0.isInvalidValue },
    MetadataRule(
      rule: Rule(
        "site/unknown-setting", .warning, "Use settings that exist",
        advice: "Correct the name, or take the setting out; the manual lists all of them")
    ) { $0.isUnknownKey },
    MetadataRule(
      rule: Rule(
        "site/invalid-setting", .error, "Give each setting a value of its kind",
        advice: "Write a value of the kind that the setting takes; this one is passed over")
    ) { $0.isInvalidValue },
  ]

  /// Their words.
  public static var all: [Rule] { rules.map(\.rule) }

  /// What they say of the settings in `source`.
  public static func diagnostics(_ problems: [MetadataProblem], in source: SourceText) -> [Diagnostic] {
    rules.flatMap { $0.diagnostics(problems, in: source.path) }
  }
}
