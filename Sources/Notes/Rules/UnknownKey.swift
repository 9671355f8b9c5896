import Source

extension NoteRule {
  /// Use keys that have a meaning.
  static let unknownKey = MetadataRule(
    rule: Rule(
      "notes/unknown-key", .warning, "Use front matter keys that have a meaning",
      advice: "Correct the key, or list it under 'front-matter' in site.yaml if another tool needs it")
  ) { $0.isUnknownKey }.forNotes
}
