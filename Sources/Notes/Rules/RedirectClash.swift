import Source

extension NoteRule {
  /// Redirect from addresses that no page has.
  static let redirectClash = NoteRule(
    Rule(
      "notes/redirect-clash", .error, "Redirect from an address that nothing else has",
      advice: "Remove the address from 'redirect-from', or rename the page that has it"),
    check: { rule, knowledge in
      knowledge.index.redirectClashes.map { clash in
        let (owner, note) = (knowledge.notes[clash.first], knowledge.notes[clash.second])
        if clash.first == clash.second, knowledge.index.addresses[clash.first] != clash.address {
          return Diagnostic(
            rule, "Address '/\(clash.address.path)' belongs to a page of the site's own and cannot be redirected",
            at: Place(path: note.file, range: clash.range))
        }
        return Diagnostic(
          rule, "Address '/\(clash.address.path)' belongs to '\(owner.path.path)' and cannot be redirected",
          at: Place(path: note.file, range: clash.range),
          notes: [Remark("This note has the address", at: owner.start)])
      }
    })
}
