import Source

extension NoteRule {
  /// Write front matter as YAML between two lines `---`.
  static let frontMatterSyntax = MetadataRule(
    rule: Rule(
      "notes/front-matter-syntax", .error, "Write front matter as YAML between two lines '---'",
      advice: "Mend the YAML; what could be read of it counts, the rest is left out")
  ) { !$0.isUnknownKey && !$0.isInvalidValue }.forNotes
}
