import Source

extension NoteRule {
  /// Give each front matter key a value of its kind.
  static let invalidValue = MetadataRule(
    rule: Rule(
      "notes/invalid-value", .error, "Give each front matter key a value of its kind",
      advice: "Write a value of the kind that the key takes; this one is passed over")
  ) { $0.isInvalidValue }.forNotes
}
