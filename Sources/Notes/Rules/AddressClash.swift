import Source

extension NoteRule {
  /// Give each note an address of its own.
  static let addressClash = NoteRule(
    Rule(
      "notes/address-clash", .error, "Give each note an address of its own",
      advice: "Rename one of the two files; until then the second is published under another address"),
    check: { rule, knowledge in
      knowledge.index.clashes.map { clash in
        let (first, second) = (knowledge.notes[clash.first], knowledge.notes[clash.second])
        return Diagnostic(
          rule, "Address '/\(clash.address.path)' is taken by '\(first.path.path)'",
          at: Place(path: second.file, range: clash.range),
          notes: [Remark("This note has the address", at: first.start)])
      }
    })
}
